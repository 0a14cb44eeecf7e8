import type { ReactNode } from 'react';
import { FormattedText } from '@/components/text/formatted-text';
import { Card, CardContent, CardHeader, CardTitle } from '@/components/ui/card';
import type { TextOf } from '@/domain/shown-texts';
import { type DateSettings, formatDay } from '@/lib/dates/dates';
import { richText } from '@/lib/text/markdown';

type RecordOverviewProps = {
	record: {
		id: string;
		notes: string | null;
		createdAt: Date;
		updatedAt: Date;
	};
	settings: DateSettings;
	/** The record's custom fields. */
	fields: ReactNode;
	/** What the record's longest text is, where it is shown here, and what it is called. */
	notesOf?: TextOf['text'];
	notesTitle?: string;
	/** Stands above the notes. */
	children?: ReactNode;
};

/** What matters of a record, its notes and its custom fields: beside one another where there is room. */
export function RecordOverview({
	record,
	settings,
	fields,
	notesOf,
	notesTitle = 'Notes',
	children,
}: RecordOverviewProps) {
	const { id, notes, createdAt, updatedAt } = record;
	return (
		<div className="@container">
			<div className="grid items-start gap-5 @3xl:grid-cols-[minmax(0,1fr)_22rem]">
				<div className="flex min-w-0 flex-col gap-5">
					{children}
					{notesOf && (
						<Card>
							<CardHeader>
								<CardTitle>{notesTitle}</CardTitle>
							</CardHeader>
							<CardContent>
								{notes ? (
									<FormattedText blocks={richText(notes, settings.locale)} of={{ text: notesOf, id }} />
								) : (
									<p className="text-muted-foreground">
										{notesTitle === 'Notes' ? 'No notes yet.' : 'Nothing written down.'}
									</p>
								)}
							</CardContent>
						</Card>
					)}
				</div>
				<div className="flex min-w-0 flex-col gap-3">
					<Card>
						<CardContent>{fields}</CardContent>
					</Card>
					<p className="px-1 text-muted-foreground text-xs">
						Created <span>{formatDay(createdAt, settings)}</span>, last changed{' '}
						<span>{formatDay(updatedAt, settings)}</span>
					</p>
				</div>
			</div>
		</div>
	);
}
