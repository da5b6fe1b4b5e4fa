/** What every step of resolving a scenario works with. */
import type { LocalCalendar } from '../base/calendar.js';
import type { CsvFiles } from './csv.js';
import type { Findings } from './findings.js';
import type { Notes } from './provenance.js';

export interface Resolving {
  readonly calendar: LocalCalendar;
  readonly findings: Findings;
  readonly notes: Notes;
  readonly files: CsvFiles;
}
