'use client';

import { useEffect, useState } from 'react';
import { focusOpenedPanel } from '@/components/panel/open-panel';
import { Dialog, DialogContent, DialogTitle } from '@/components/ui/dialog';
import { followNewFollowUpAnchor } from '@/domain/shortcuts';
import { isComposing } from '@/lib/browser/keyboard';
import { awaitAfterDialog } from '@/lib/browser/type-ahead';
import { commandsOn, type Step } from '../commands';
import { openRecordOf } from '../page-record';
import { SearchPanel } from './search-panel';
import { StepPanel } from './step-panel';
import { type CommandActions, useCommandRunner } from './use-command-runner';

type SearchDialogProps = { open: boolean; onOpenChange: (open: boolean) => void; actions: CommandActions };

/** Finds records and commands while one types; a command that has to know more asks for it in the same place. */
export function SearchDialog({ open, onOpenChange, actions }: SearchDialogProps) {
	const [text, setText] = useState('');
	const [steps, setSteps] = useState<Step[]>([]);
	const step = steps.at(-1);
	const back = () => setSteps(steps.slice(0, -1));
	const leave = () => onOpenChange(false);
	const doing = useCommandRunner(actions, leave, (next) => setSteps([...steps, next]));

	// its input still has the focus while it fades out
	useEffect(() => {
		if (!open) awaitAfterDialog();
	}, [open]);

	// however it was closed, the search starts empty the next time
	const [wasOpen, setWasOpen] = useState(open);
	if (wasOpen !== open) {
		setWasOpen(open);
		setText('');
		setSteps([]);
	}

	return (
		<Dialog open={open} onOpenChange={onOpenChange}>
			<DialogContent
				aria-describedby={undefined}
				showCloseButton={false}
				onEscapeKeyDown={(event) => {
					if (steps.length === 0 && !isComposing(event)) return;
					event.preventDefault();
					if (!isComposing(event)) back();
				}}
				// where the page has the field already, or the side panel has been opened, the focus does not go back
				onCloseAutoFocus={(event) => (followNewFollowUpAnchor() || focusOpenedPanel()) && event.preventDefault()}
				className="top-[8dvh] flex max-h-[84dvh] translate-y-0 flex-col gap-0 overflow-hidden p-0 sm:max-w-2xl"
			>
				<DialogTitle className="sr-only">Search</DialogTitle>
				{step ? (
					<StepPanel key={steps.length} step={step} doing={doing} onBack={back} onLeave={leave} />
				) : (
					<RootPanel text={text} onText={setText} doing={doing} onLeave={leave} />
				)}
			</DialogContent>
		</Dialog>
	);
}

function RootPanel(props: Omit<Parameters<typeof SearchPanel>[0], 'commands' | 'here'>) {
	// of the page that the box was opened on
	const [here] = useState(openRecordOf);
	const [commands] = useState(() => commandsOn(here, window.location.pathname));
	return <SearchPanel {...props} commands={commands} here={here} />;
}
