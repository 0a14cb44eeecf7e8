import 'server-only';
import type { z } from 'zod';
import { refuseMissing } from '@/domain/records';
import type { UserId } from '@/lib/auth/session';
import type { Tx } from '@/lib/db/db';
import { Refusal } from '@/lib/errors/errors';
import { boxLines, linesOf } from '@/lib/text/markdown';
import { withBox } from '@/lib/text/rich-text';
import type { boxChange } from '../schema';
import { textColumns } from './text-columns';

/**
 * Checks or clears a checkbox of a text. The same a second time changes nothing; where the line no longer reads as it was shown,
 * nothing is changed, and it says so.
 */
export async function changeBox(
	tx: Tx,
	userId: UserId,
	{ text, id, box, line, checked }: z.output<typeof boxChange>,
): Promise<void> {
	const { noun, table, column } = textColumns[text];
	const [present] = await tx.$queryRaw<{ text: string | null }[]>`
		SELECT ${column} AS text FROM ${table} WHERE user_id = ${userId}::uuid AND id = ${id}::uuid FOR UPDATE`;
	if (!present) return refuseMissing(noun);
	const typed = present.text ?? '';
	const at = boxLines(typed)[box] ?? -1;
	const found = linesOf(typed)[at];
	const changed = withBox(line, checked);
	if (changed === null || (found !== line && found !== changed)) {
		throw new Refusal(
			'This text was changed in another tab or window, so the checkbox wasn’t saved. The page now shows the latest text.',
		);
	}
	if (found === changed) return;
	await tx.$executeRaw`
		UPDATE ${table} SET ${column} = ${withLine(typed, at, changed)} WHERE user_id = ${userId}::uuid AND id = ${id}::uuid`;
}

/** A text with another line in the place of one; its line breaks stay as they are. */
function withLine(text: string, at: number, line: string): string {
	const pieces = text.split(/(\r\n?|\n)/);
	return pieces.with(2 * at, line).join('');
}
