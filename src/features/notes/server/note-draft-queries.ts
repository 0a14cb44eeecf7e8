import 'server-only';
import type { z } from 'zod';
import { getSettings } from '@/features/account/server/account-queries';
import type { UserId } from '@/lib/auth/session';
import { readPrepared } from '@/lib/db/read';
import { richText } from '@/lib/text/markdown';
import type { RichText } from '@/lib/text/rich-text';
import type { noteDraftReference } from '../schema';

/** A draft as it will look; null where there is none. */
export async function previewNoteDraft(
	userId: UserId,
	{ draft }: z.output<typeof noteDraftReference>,
): Promise<RichText | null> {
	const [found] = await readPrepared<{ text: string }[]>`
		SELECT text FROM note_draft WHERE user_id = ${userId}::uuid AND id = ${draft}::uuid`;
	return found ? richText(found.text, (await getSettings(userId)).locale) : null;
}
