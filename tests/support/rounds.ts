/**
 * How often a test does what it does at random, or with one of many values: as often as it says, and so many times more where
 * `TEST_ROUNDS` asks for a longer look.
 */
export const rounds = (usual: number): number => usual * factor;

const factor = Number(process.env.TEST_ROUNDS ?? 1);
if (!Number.isInteger(factor) || factor < 1) throw new Error('TEST_ROUNDS is a whole number from 1 on.');
