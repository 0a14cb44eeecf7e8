'use client';
'use no memo';

import type { Route } from 'next';
import { message } from '@/components/form/message';
import { CopyIcon, HistoryIcon, PencilIcon } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import { toast } from '@/components/ui/toast';
import { copyText } from '@/lib/browser/copy-text';
import { inSentence, type Property, propertyText } from './property';
import type { Stop } from './stops';

/** Copies a value, and says so. */
export async function copyValue(property: Property, place: number): Promise<void> {
	const text = propertyText(property, place);
	if (text === '') return;
	if (await copyText(text)) toast.success(message`Copied ${text}`);
	else toast.error(`Couldn’t copy the ${inSentence(property)}. Select it and copy it manually.`);
}

/** Whether the history of the field alone can be shown: tags and several addresses have none of their own. */
const hasHistory = ({ editor, tags, field }: Property) =>
	editor.as !== 'points' && !tags && !field.startsWith('loose ');

type PropertyToolsProps = {
	property: Property;
	stop: Stop;
	historyPath?: Route | undefined;
	onEdit: (stop: Stop) => void;
};

/** What the mouse finds above the right edge of a value; keys do the same on the value itself. */
export function PropertyTools({ property, stop, historyPath, onEdit }: PropertyToolsProps) {
	const hasValue = propertyText(property, stop.place) !== '';
	return (
		<span className="property-tools" aria-hidden>
			{hasValue && (
				<button type="button" tabIndex={-1} title="Copy" onClick={() => void copyValue(property, stop.place)}>
					<CopyIcon />
				</button>
			)}
			{historyPath && hasHistory(property) && (
				<Link href={`${historyPath}?field=${property.field}` as Route} tabIndex={-1} title="How it changed">
					<HistoryIcon />
				</Link>
			)}
			{!property.isReadOnly && (
				<button type="button" tabIndex={-1} title="Edit" onClick={() => onEdit(stop)}>
					<PencilIcon />
				</button>
			)}
		</span>
	);
}
