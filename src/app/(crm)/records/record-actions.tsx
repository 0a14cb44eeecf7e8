import type { Route } from 'next';
import type { ReactNode } from 'react';
import { CopyLink } from '@/components/layout/copy-link';
import { EditLink } from '@/components/layout/edit-link';
import { FocusButton } from '@/components/layout/focus-button';
import { PrintButton } from '@/components/layout/print-button';
import { RecordMenu } from '@/components/layout/record-menu';
import { Button } from '@/components/ui/button';
import { CalendarClockIcon, HistoryIcon, NotebookPenIcon, StickyNoteIcon } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';

type RecordActionsProps = {
	name: string;
	/** The record's page, and that of its history. */
	path: Route;
	historyPath: Route;
	/** The brief before a meeting about it. */
	briefPath?: Route;
	/** A button of this kind of record. */
	children?: ReactNode;
	/** What else its menu offers, before what every record has. */
	items?: ReactNode;
	/** Stands last in the menu, as it takes something away. */
	removal: ReactNode;
};

/** What can be done with a record: the most frequent as buttons, the rest in a menu. */
export function RecordActions({ name, path, historyPath, briefPath, children, items, removal }: RecordActionsProps) {
	return (
		<>
			<FocusButton field="log" size="sm">
				<NotebookPenIcon /> Log
			</FocusButton>
			<FocusButton field="followUp" size="sm" variant="outline">
				<CalendarClockIcon /> Follow-up
			</FocusButton>
			{children}
			{briefPath && (
				<Button asChild size="sm" variant="outline">
					<Link href={briefPath}>
						<StickyNoteIcon /> Brief
					</Link>
				</Button>
			)}
			<RecordMenu name={name}>
				<EditLink of={path} variant="ghost" keyless>
					Edit all
				</EditLink>
				{items}
				<CopyLink path={path} />
				<hr />
				<Button asChild variant="ghost">
					<Link href={historyPath}>
						<HistoryIcon /> History
					</Link>
				</Button>
				<PrintButton />
				<hr />
				{removal}
			</RecordMenu>
		</>
	);
}
