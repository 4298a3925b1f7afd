/** What every question to the events of a unit begins with: the facts as they stood, times in care, ages. */

/** The facts as they stood, one of the other tables below it, and a question to them. */
export const FACTS = `
  WITH fact AS (
    SELECT event.id, subject.ref AS child, born, happened_on AS d, event.kind, attributes AS a
    FROM event JOIN subject ON subject.id = child_id
    WHERE happened_on <= $asAt AND recorded_at <= $until
      AND event.id NOT IN (SELECT event_id FROM strike WHERE struck_at <= $until)
  ),
  period AS (
    SELECT child, born, d AS began, a ->> 'start' IS 'before' AS already,
      (SELECT min(d) FROM fact AS ending WHERE ending.child = began.child AND ending.d > began.d
         AND kind = 'ceased-looked-after') AS ended
    FROM fact AS began WHERE kind = 'became-looked-after'
  ),
  -- From the first day on which it was no short break.
  care AS (
    SELECT child, born, began AS opened, already, ended, (SELECT min(d) FROM fact WHERE fact.child = period.child AND d BETWEEN began AND coalesce(ended, '9999')
      AND kind IN ('became-looked-after', 'legal-status-changed') AND coalesce(a ->> 'basis', '') NOT IN ('V3', 'V4')) AS began
    FROM period
  ),
  status AS (
    SELECT child, d AS since, a ->> 'basis' AS code,
      lead(d, 1, '9999') OVER (PARTITION BY child ORDER BY d, id) AS until
    FROM fact WHERE kind IN ('became-looked-after', 'legal-status-changed')
  )`;

export const statusOn = (day: string): string =>
  `(SELECT code FROM status WHERE status.child = care.child AND since <= ${day} AND until > ${day})`;
export const ageOn = (day: string): string =>
  `CAST(strftime('%Y.%m%d', ${day}) - strftime('%Y.%m%d', born) AS INTEGER)`;
export const share = (part: string, all: string): string =>
  `CASE WHEN ${all} = 0 THEN NULL ELSE round(1000.0 * ${part} / ${all}) / 10 END`;

export const OLD_ENOUGH = `coalesce(${ageOn('d')} >= 4, a ->> 'code' IS NOT 'PN0')`;

/** The team of the child of a row. */
export const TEAM = (of: string): string =>
  `(SELECT team.name FROM subject JOIN team ON team.id = team_id WHERE subject.ref = ${of}.child)`;
