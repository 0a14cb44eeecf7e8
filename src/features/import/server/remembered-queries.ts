import 'server-only';
import { customFields } from '@/domain/field-definitions';
import type { UserId } from '@/lib/auth/session';
import { db, type Tx } from '@/lib/db/db';
import type { ImportReport } from '../import-outcome';
import { type ImportSettings, importSettings } from '../import-settings';
import { kindNouns, type Target } from '../row/import-fields';

/** So many imports are looked through for a file of the same columns. */
const lookedThrough = 30;

/**
 * The settings of a new file as the latest import of a file with the same columns had them, and its stages as they were mapped
 * before; what was guessed where there was none. Of the same file, also one that was only checked, what was decided of its rows comes along.
 */
export async function asBefore(
	userId: UserId,
	guessed: ImportSettings,
	header: string[],
	tx?: Tx,
): Promise<ImportSettings> {
	const imports = await (tx ?? db).dataImport.findMany({
		where: {
			userId,
			OR: [{ status: { in: ['done', 'undone'] } }, { settings: { path: ['digest'], equals: guessed.digest ?? '' } }],
		},
		select: { fileName: true, settings: true, report: true },
		orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
		take: lookedThrough,
	});
	const known = imports.flatMap(({ fileName, settings, report }) => {
		const parsed = importSettings.safeParse(settings);
		const columns = (report as ImportReport | null)?.header ?? [];
		return parsed.success ? [{ fileName, settings: parsed.data, columns }] : [];
	});
	const stages = Object.assign(
		{},
		...known.toReversed().map(({ settings }) => settings.stages),
	) as ImportSettings['stages'];
	const isSame = (columns: string[]) =>
		guessed.headerLine > 0 &&
		columns.length === header.length &&
		columns.every((name, column) => name === header[column]);
	const again = known.find(({ settings }) => settings.digest !== undefined && settings.digest === guessed.digest);
	const before =
		again ?? known.find(({ settings, columns }) => isSame(columns) && settings.targets.length === header.length);
	if (!before) return { ...guessed, stages };
	const { kind, familyFirst, withoutCompany, companyName, keepsUnreadable, duplicates, targets } = before.settings;
	const fields = (await customFields(userId, tx)).filter((field) => field.kind === kindNouns[kind]);
	const present = (target: Target): Target => {
		if (target && 'custom' in target) return fields.some(({ id }) => id === target.custom) ? target : null;
		if (!target || !('create' in target)) return target;
		const made = fields.find(({ name }) => name.toLowerCase() === target.create.name.toLowerCase());
		return made ? { custom: made.id } : target;
	};
	const { encoding, separator, headerLine, dayOrder, decimalSign, maybe, decided } = before.settings;
	return {
		...guessed,
		...(again && { encoding, separator, headerLine, dayOrder, decimalSign, maybe, decided }),
		...{ kind, familyFirst, withoutCompany, companyName, keepsUnreadable, duplicates, stages },
		targets: targets.map(present),
		mappedLike: before.fileName,
	};
}
