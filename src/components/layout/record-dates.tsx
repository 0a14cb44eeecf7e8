import { type DateSettings, formatDay } from '@/lib/dates/dates';

/** When a record was made, and when it was changed last. */
export function RecordDates({
	record,
	settings,
}: {
	record: { createdAt: Date; updatedAt: Date };
	settings: DateSettings;
}) {
	return (
		<p className="px-5 pt-3 text-muted-foreground text-xs">
			Created <span>{formatDay(record.createdAt, settings)}</span>, last changed{' '}
			<span>{formatDay(record.updatedAt, settings)}</span>
		</p>
	);
}
