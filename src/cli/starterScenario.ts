/** The scenario that `blendsim init` writes: small, true to life, every line open to change. */

/** The modes come from the registry, so that a new one is offered from its first day. */
export function starterScenario(
  modes: readonly { readonly name: string; readonly summary: string }[],
): string {
  const width = Math.max(...modes.map(({ name }) => name.length)) + 4;
  const modeLines = modes.map(({ name, summary }) => `  ${`${name}: {}`.padEnd(width)}  # ${summary}`);
  return `${HEAD}\n${modeLines.join('\n')}\n`;
}

const HEAD = `# yaml-language-server: $schema=./scenario.schema.json
# The line above lets an editor complete and check this file: blendsim schema --out scenario.schema.json
#
# Every field that is not written here has a default. "blendsim explain" shows them all, and where each comes from.
# Durations: 45s, 4m, 2h30m, 1d. Times of day: 08:30. Shares: 30%.

name: My contact centre
question: What do separate and blended teams do to our waits, and to what the reports show?
start: 2026-03-03               # the first day: a Tuesday
days: 1
timezone: Europe/London
interval: 30m                   # reporting interval
seed: 1                         # same seed, same numbers
replications: 20                # how often chance is drawn anew

targets:
  chat: { firstResponse: 80% in 60s, abandoned: under 5% }
  messaging: { firstResponse: 80% in 15m, everyResponse: 90% in 60m }

traffic:
  - name: web chat
    channel: chat
    open: 08:00-20:00
    # Arrivals per half hour from 08:00 on. A forecast export works too: volume: { file: volumes.csv, count: chats }
    volume:
      from: 08:00
      perInterval: [4, 6, 8, 10, 12, 13, 13, 12, 11, 10, 10, 10, 9, 9, 9, 8, 8, 8, 7, 6, 6, 5, 4, 3]
    conversation:
      effort: { mean: 40s, cv: 0.8 }          # work per answer; the wait for hands comes on top
      patience: { mean: 4m }                  # how long consumers wait for the first answer
      wrapUp: 60s
    asMessaging: messages                     # how chats would go if no chat were offered

  - name: messages
    channel: messaging
    open: 08:00-20:00
    volume: { perDay: 130 }
    conversation:
      effort: { mean: 55s, cv: 0.8 }
      close: { byAgent: 70%, autoCloseAfter: 1d }

people:
  - group: agents
    count: 12                                 # over both shifts below together
    channels: [chat, messaging]
    costPerHour: 20
    shrinkage: 15%                            # illness, leave, training: away though paid
    # Each of them works one of these shifts: 12 people are 6 + 6. For 8 + 4, add count: 8 to the first and count: 4 to
    # the second; for shares, share: 70% and share: 30%.
    shifts:
      - { start: 08:00, length: 8h, breaks: [{ at: 4h, length: 45m }] }
      - { start: 12:00, length: 8h, breaks: [{ at: 3h, length: 45m }] }

capacity:
  chat: { max: 3 }                            # open chats per login
  messaging: { max: 10 }                      # open messaging conversations per login, by weight

work:
  # Nobody has measured in public what switching costs: try 0s, 5s, 10s and 20s before you trust a difference.
  switching: { withinWorkspace: 2s, betweenWorkspaces: 8s, noticeDelay: 5s }
  endOfShift: { stopNewBefore: 10m, messaging: return, catchUp: 40s }

# The ways of staffing to compare; {} leaves a mode's own settings at their defaults.
modes:`;
