import 'server-only';
import type { Tx } from '@/lib/db/db';
import type { LetterClasses } from '../term-patterns';

let read: LetterClasses | undefined;

/** Which letters a search takes for one, as the database folds them; read once. */
export async function readLetterClasses(tx: Pick<Tx, '$queryRaw'>): Promise<LetterClasses> {
	if (read) return read;
	const rows = await tx.$queryRaw<{ folded: string; letters: string }[]>`
		SELECT fold(chr(n)) AS folded, string_agg(chr(n), '' ORDER BY n) AS letters
		FROM (
			SELECT generate_series(65, 90) AS n UNION ALL SELECT generate_series(97, 122)
			UNION ALL SELECT generate_series(192, 591) UNION ALL SELECT generate_series(7680, 7935)
		) l
		WHERE length(fold(chr(n))) = 1 AND fold(chr(n)) ~ '^[a-z]$' GROUP BY 1`;
	read = new Map(rows.map(({ folded, letters }) => [folded, letters]));
	return read;
}
