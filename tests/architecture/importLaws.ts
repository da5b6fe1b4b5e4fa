// Laws on who imports whom: rooms, cycles, dead files, random generators, Node.
import { isBuiltin } from 'node:module';
import type { Finding, Import, Source } from './sources.js';
import { ALLOWED, ENTRIES, MAY_IMPORT, RANDOM_PACKAGES, type Place } from './table.js';

export function onlyRoomsAbove(sources: readonly Source[]): Finding[] {
  return everyImport(sources, (source, { specifier, target }) => {
    if (specifier === 'blendsim' || specifier.startsWith('blendsim/'))
      return `imports the package itself ("${specifier}"): import the file`;
    const room = target?.split('/')[1];
    if (room === undefined || room === source.room) return undefined;
    const allowed = MAY_IMPORT[source.room] ?? [];
    if (allowed.includes(room)) return undefined;
    return `${source.room} may not import ${room} ("${specifier}"); it may import: ${allowed.join(', ') || 'nothing'}`;
  });
}

/** Type-only imports count: two files that need each other's types are one idea in two files. */
export function noImportCycle(sources: readonly Source[]): Finding[] {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const done = new Set<string>();
  const trail: string[] = [];
  const found: Finding[] = [];
  const visit = (path: string): void => {
    trail.push(path);
    for (const { target, line } of byPath.get(path)?.imports ?? []) {
      if (target === undefined || done.has(target)) continue;
      const start = trail.indexOf(target);
      if (start < 0) visit(target);
      else found.push({ path, line, says: `import cycle: ${[...trail.slice(start), target].join(' → ')}` });
    }
    trail.pop();
    done.add(path);
  };
  for (const { path } of sources) if (!done.has(path)) visit(path);
  return found;
}

/** Judged once src/index.ts exists: before that the house has no door to reach anything from. */
export function noDeadFile(sources: readonly Source[]): Finding[] {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  if (!byPath.has('src/index.ts')) return [];
  const reached = new Set(ENTRIES.filter((entry) => byPath.has(entry)));
  // A Set's iterator also visits what is added during the walk.
  for (const path of reached) {
    for (const { target } of byPath.get(path)?.imports ?? []) if (target !== undefined) reached.add(target);
  }
  return sources
    .filter(({ path }) => !reached.has(path) && !path.endsWith('.d.ts'))
    .map(({ path }) => ({ path, line: 1, says: `dead file: not reached from ${ENTRIES.join(', ')}` }));
}

export function chanceOnlyInBaseAndTraffic(sources: readonly Source[]): Finding[] {
  return everyImport(outside(ALLOWED.randomPackages, sources), (_source, { specifier }) =>
    RANDOM_PACKAGES.some((name) => specifier === name || specifier.startsWith(`${name}/`))
      ? `imports "${specifier}": random numbers are made in base and drawn in traffic`
      : undefined,
  );
}

export function nodeOnlyInShells(sources: readonly Source[]): Finding[] {
  return everyImport(outside(ALLOWED.node, sources), (_source, { specifier }) =>
    isBuiltin(specifier) ? `imports "${specifier}": this file must also run in a browser worker` : undefined,
  );
}

/** The sources that stand in none of these places. */
export function outside(places: readonly Place[], sources: readonly Source[]): Source[] {
  return sources.filter((source) => !places.some((place) => stands(source.path, place.path)));
}

function stands(path: string, place: string): boolean {
  if (place.endsWith('/')) return path.startsWith(place);
  const pattern = place.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]*');
  return new RegExp(`^${pattern}$`).test(path);
}

function everyImport(
  sources: readonly Source[],
  judge: (source: Source, imported: Import) => string | undefined,
): Finding[] {
  return sources.flatMap((source) =>
    source.imports.flatMap((imported) => {
      const says = judge(source, imported);
      return says === undefined ? [] : [{ path: source.path, line: imported.line, says }];
    }),
  );
}
