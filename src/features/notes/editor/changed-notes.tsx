import { useEffect, useRef } from 'react';
import { Alert, AlertTitle } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';

type ChangedNotesProps = { theirs: string; onChoose: (choice: 'mine' | 'theirs' | 'both') => void };

/** Says that somebody else has saved other notes meanwhile, shows them, and asks which to keep. */
export function ChangedNotes({ theirs, onChoose }: ChangedNotesProps) {
	const box = useRef<HTMLDivElement>(null);
	useEffect(() => box.current?.focus(), []);
	return (
		<Alert ref={box} variant="warning" role="alert" tabIndex={-1}>
			<AlertTitle>These notes were changed in another tab or window</AlertTitle>
			{theirs ? (
				<p
					translate="no"
					className="max-h-48 overflow-y-auto whitespace-pre-wrap rounded-md border bg-card px-2.5 py-2 text-foreground"
				>
					{theirs}
				</p>
			) : (
				<p>They’re empty now.</p>
			)}
			<p>Yours are below, and not saved yet.</p>
			<div className="flex flex-wrap gap-1.5 pt-1 text-foreground">
				<Button size="sm" variant="outline" onClick={() => onChoose('mine')}>
					Keep mine
				</Button>
				<Button size="sm" variant="outline" onClick={() => onChoose('theirs')}>
					Use the other
				</Button>
				<Button size="sm" variant="outline" onClick={() => onChoose('both')}>
					Edit both
				</Button>
			</div>
		</Alert>
	);
}
