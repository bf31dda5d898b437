/** So many answers, a number of them asked for at once. */
export async function inWaves<Answer>(
  count: number,
  atOnce: number,
  ask: (place: number) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  while (answers.length < count) {
    const begun = answers.length;
    const wave = Array.from({ length: Math.min(atOnce, count - begun) }, async (_, at) =>
      ask(begun + at),
    );
    answers.push(...(await Promise.all(wave)));
  }
  return answers;
}
