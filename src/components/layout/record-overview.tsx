import type { ReactNode } from 'react';
import { MetadataCard, type SaveMetadata } from '@/components/form/metadata-card';
import { FormattedText } from '@/components/text/formatted-text';
import { Card, CardContent, CardHeader, CardTitle } from '@/components/ui/card';
import { metadataTexts } from '@/domain/metadata';
import type { TextOf } from '@/domain/shown-texts';
import { type DateSettings, formatDay } from '@/lib/dates/dates';
import { richText } from '@/lib/text/markdown';
import { linkParts } from '@/lib/text/text-links';

type RecordOverviewProps = {
	record: {
		id: string;
		version: number;
		notes: string | null;
		metadata: unknown;
		createdAt: Date;
		updatedAt: Date;
	};
	settings: DateSettings;
	/** The action that saves the record's own fields. */
	save: SaveMetadata;
	/** What the record's longest text is, where it is shown here, and what it is called. */
	notesOf?: TextOf['text'];
	notesTitle?: string;
	/** Stands above the notes. */
	children?: ReactNode;
};

/** What matters of a record, its notes and its own fields: beside one another where there is room. */
export function RecordOverview({
	record,
	settings,
	save,
	notesOf,
	notesTitle = 'Notes',
	children,
}: RecordOverviewProps) {
	const { id, version, notes, metadata, createdAt, updatedAt } = record;
	const pairs = metadataTexts(metadata);
	const linked = pairs.map(([, text]) => linkParts(text, settings.locale));
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
					<MetadataCard id={id} version={version} pairs={pairs} linked={linked} save={save} />
					<p className="px-1 text-muted-foreground text-xs">
						Created <span>{formatDay(createdAt, settings)}</span>, last changed{' '}
						<span>{formatDay(updatedAt, settings)}</span>
					</p>
				</div>
			</div>
		</div>
	);
}
