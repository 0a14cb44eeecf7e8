import 'server-only';
import { cache } from 'react';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import type { SavedView } from '../view';

/** The account's views of all lists, those of each list in their order. Read once per request. */
export const listViews = cache(
	(userId: UserId): Promise<SavedView[]> => db.$queryRaw`
		SELECT id, list, name, query, is_default AS "isDefault" FROM saved_view
		WHERE user_id = ${userId}::uuid ORDER BY place, id`,
);
