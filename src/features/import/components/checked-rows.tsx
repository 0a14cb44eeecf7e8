import { Alert } from '@/components/ui/alert';
import type { UserId } from '@/lib/auth/session';
import { labelOf } from '../row/row-fields';
import type { FilePreview, Import } from '../server/import-queries';
import { listShownRows } from '../server/shown-rows-queries';
import { ShownRows } from '../shown/shown-rows';

/** The first rows of a file as its last check found them. */
export async function CheckedRows({ userId, found, preview }: { userId: UserId; found: Import; preview: FilePreview }) {
	const { id, status, report, settings } = found;
	const { kind, targets, maybe, decided } = settings;
	const { rows, rejected } = await listShownRows(userId, id);
	if (!report || rows.length + rejected.length === 0) return null;
	const custom = new Map(preview.fields.map((field) => [field.id, field.name]));
	const fields = targets.map((target) => {
		if (!target) return null;
		if ('field' in target) return labelOf(target.field, kind);
		return 'custom' in target ? (custom.get(target.custom) ?? null) : target.create.name;
	});
	const counts = report.records ?? { new: report.created, changed: report.merged, kept: report.skipped };
	const all = counts.new + counts.changed + counts.kept + report.refused;
	return (
		<>
			{status === 'uploaded' && (
				<Alert variant="warning">
					<p>
						{report.isStale
							? 'Rows were changed since this check. Check the file again to see the result.'
							: 'The settings were changed since this check. Check the file again to see the result.'}
					</p>
				</Alert>
			)}
			<ShownRows
				rows={rows}
				rejected={rejected}
				file={{ id, kind, header: report.header, fields, maybe, decided }}
				counts={{ ...counts, all, rejected: report.refused }}
			/>
		</>
	);
}
