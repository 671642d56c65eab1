/** One deliberate mistake: in `file` of the rule set, `plant` stands where `find` stood. */
export type Fault = { name: string; file: string; find: string; plant: string }

const fault = (file: string, name: string, find: string, plant: string): Fault => ({
  name,
  file,
  find,
  plant,
})

/** Mistakes that a tired person could make, most of them in one character. */
export const faults: readonly Fault[] = [
  fault('sessions.ts', 'an id sent twice counts twice', 'byId.set(session.id,', 'byId.set(`${byId.size}`,'),
  fault('sessions.ts', 'voided sessions count', 'session.voided ||', ''),
  fault('sessions.ts', 'the future counts', ' || session.day > asOf', ''),
  fault('sessions.ts', 'other animals count', ' || session.animal !== animal', ''),
  fault('sessions.ts', 'signs are not read', 'session.signs ?? []', '[]'),
  fault('sessions.ts', 'red events are not red', ' || hasRedEvent(session)', ''),
  fault('sessions.ts', 'sessions before the entry count', ' && session.day >= enteredDay', ''),
  fault('sessions.ts', 'the order within a day is lost', '(a.seq ?? 0) - (b.seq ?? 0) ||', ''),
  fault('sessions.ts', 'the first instead of the last', 'Math.max(0, list.length - n)', '0, n'),

  fault(
    'factors.ts',
    'time over target is not capped',
    'Math.min(1, durationSec / targetSec)',
    'durationSec',
  ),
  fault(
    'factors.ts',
    'the better of time and repetitions',
    'Math.min(1, time ?? 1, reps ?? 1)',
    'time ?? reps ?? 1',
  ),
  fault('factors.ts', 'lasting long in fear earns', 'level >= v1.fearLevel ? 0 :', ''),
  fault('factors.ts', 'unknown food is zero', ': null,\n    choice', ': 0,\n    choice'),
  fault('factors.ts', 'recovery is asked of calm sessions', 'level <= v1.calmLevel ? 1 :', ''),
  fault(
    'factors.ts',
    'the leash counts before the leash',
    'stage.leash && session.tension',
    'session.tension',
  ),

  fault('kind.ts', 'a tense session may pass', 'level <= v1.calmLevel', 'level <= 2'),
  fault('kind.ts', 'sniffed food passes', "    food !== 'sniffed' &&\n", ''),
  fault('kind.ts', 'a pulled leash passes', "    tension !== 'steady' &&\n", ''),
  fault(
    'kind.ts',
    'a session without a criterion passes',
    'factors.criterion !== null &&\n    factors.criterion >=',
    '(factors.criterion ?? 1) >=',
  ),
  fault('kind.ts', 'refused food is no stress', " || food === 'refused'", ''),
  fault('kind.ts', 'a red session is not stressful', " || kind === 'red'", ''),

  fault('scored-session.ts', 'age does not fade', '2 ** (-age / v1.halfLifeDays)', '1'),
  fault('scored-session.ts', 'a trigger says nothing more', 'session.trigger ? v1.triggerWeight : 1', '1'),

  fault('score.ts', 'unknown parts keep their points', '(100 * weight) / known', 'weight'),
  fault('score.ts', 'a score without a criterion', ' && criterion !== null', ''),
  fault('score.ts', 'caps do not hold', 'Math.min(least, limit)', 'least'),
  fault('score.ts', 'half is rounded down', '+ 0.5 + noise', '+ 0.5 - noise'),
  fault('score.ts', 'improving compares with yesterday', 'age < v1.improving.days', 'age < 1'),

  fault('confidence.ts', 'silence costs nothing', '2 ** (-silent / v1.confidence.freshHalfLifeDays)', '1'),
  fault('confidence.ts', 'an expert long ago counts whole', 'share = v1.confidence.olderExpert', 'share = 1'),
  fault('confidence.ts', 'every day counts, however long ago', 'if (age < windowDays) recent', 'recent'),

  fault(
    'stage-record.ts',
    'the factor shortens the minimum',
    'Math.ceil(minDays * factor',
    'Math.floor(minDays / factor',
  ),

  fault('rules/stop.ts', 'two red flags stop', '>= v1.stopReds.count', '>= v1.stopReds.count - 1'),
  fault('rules/stop.ts', 'a panic indoors counts as outdoors', "!== 'indoor'", "!== ''"),
  fault('rules/stop.ts', 'stops while improving', ' &&\n      improving !== true', ''),
  fault(
    'rules/stop.ts',
    'stops on a plateau too early',
    'daysInStage >= v1.persistenceDays &&\n    sessions',
    'sessions',
  ),
  fault('rules/stop.ts', 'walking off is declining', "choice === 'avoided'", "choice !== 'came'"),
  fault('rules/pause.ts', 'cats rest like rats', "input.species !== 'rat' || ", ''),
  fault('rules/pause.ts', 'rests a day less', 'age < v1.restDays', 'age < v1.restDays - 1'),
  fault('rules/step-back.ts', 'steps back although the last one passed', 'isStressful(last.kind) && ', ''),
  fault('rules/step-back.ts', 'three of four step back', 'sessions.length >= last && ', ''),
  fault('rules/stay.ts', 'a day too early', 'daysInStage < minDaysAsked', 'daysInStage < minDaysAsked - 1'),
  fault(
    'rules/stay.ts',
    'the door is like indoors after a red flag',
    'outside ? v1.redBlockDays.outside',
    'outside ? v1.redBlockDays.indoor',
  ),
  fault(
    'rules/stay.ts',
    'tolerating is choosing',
    "input.stage.place !== 'indoor' && joined(sessions)",
    '3 + joined(sessions)',
  ),
  fault(
    'rules/stay.ts',
    'the safety list is averaged away',
    ' && !input.gate.ok',
    ' && !input.gate.ok && false',
  ),
  fault('rules/stay.ts', 'fourteen days are stale', '> v1.staleDays', '>= v1.staleDays'),
  fault('last-sessions.ts', 'criterion fails push', "kind === 'pass'", "kind !== 'red'"),

  fault('rules/v1.ts', 'three passes push', 'last: 5, passes: 4', 'last: 5, passes: 3'),
  fault('rules/v1.ts', 'a low cap is too high', 'cap_red7: 35', 'cap_red7: 36'),
  fault('rules/v1.ts', '75 is shown without the push rule', 'cap_push: 74', 'cap_push: 75'),
  fault('rules/v1.ts', 'seventy is enough', 'score: 75, confidence', 'score: 74, confidence'),
  fault('rules/v1.ts', 'half confident is enough', 'confidence: 0.6 }', 'confidence: 0.55 }'),
  fault('rules/rule-set.ts', 'stay is asked before step back', '  backRed,\n', ''),
  fault(
    'rules/rule-set.ts',
    'the vet comes after rest',
    '  vetOpen,\n  stopReds,',
    '  stopReds,\n  vetOpen,',
  ),
  fault('assess.ts', 'the last rule decides', 'fired[0]', 'fired.at(-1)'),
]
