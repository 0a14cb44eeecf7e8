'use client';

import { type KeyboardEvent, useState } from 'react';
import { useAnsweredEnter } from '@/components/form/picker/use-answered-enter';
import { useListbox } from '@/components/form/picker/use-listbox';
import { useAnswer } from '@/components/form/picker/use-options';
import { SignedOut } from '@/components/form/signed-out';
import { stageChoices } from '@/features/deals/stage/use-stage-change';
import { isComposing } from '@/lib/browser/keyboard';
import { parseSearch } from '@/lib/list/search';
import type { Step } from '../commands';
import { numbered, type PanelLine } from '../search-lines';
import { crumbsOf, stepLines, stepTexts } from '../search-steps';
import { BoxInput } from './box-input';
import { FoundList } from './found-list';
import type { useCommandRunner } from './use-command-runner';

type StepPanelProps = {
	step: Step;
	doing: ReturnType<typeof useCommandRunner>;
	onBack: () => void;
	onLeave: () => void;
};

/** Asks the next question of a command. Backspace in the empty input goes one step back. */
export function StepPanel({ step, doing, onBack, onLeave }: StepPanelProps) {
	const [text, setText] = useState('');
	const { placeholder, source, none, empty, maxLength } = stepTexts[step.asks];
	const typed = text.trim();
	const { answer, to, current: isAnswered, failed } = useAnswer<unknown>(source ?? '', source ? typed : null);
	const { id, reopen, inputProps, lineProps } = useListbox({ staysOpen: true });
	const current = isAnswered || !source;
	const known = !source || answer !== null;
	const shownFor = source ? (to ?? '') : typed;
	const lines = known ? stepLines(step, shownFor, answer, stageChoices) : [];
	const crumbs = crumbsOf(step);

	const take = (line: PanelLine | undefined) => {
		// the lines may still be those of an earlier text
		if (!line || !current) return;
		if ('href' in line) doing.go(line.href);
		else doing.act(line.doing);
	};
	const { enter, callOff } = useAnsweredEnter(current, (index) => take(lines[index]));
	const { onKeyDown, ...input } = inputProps(lines.length, enter);

	return (
		<>
			<BoxInput
				{...input}
				crumbs={crumbs}
				busy={!current && failed === null}
				aria-label={[...crumbs, placeholder].join(' › ')}
				placeholder={placeholder}
				maxLength={maxLength}
				value={text}
				onChange={(event) => {
					setText(event.target.value);
					callOff();
					reopen();
				}}
				onKeyDown={(event: KeyboardEvent<HTMLInputElement>) => {
					const isBack = event.key === 'Backspace' && text === '' && !event.repeat && !isComposing(event.nativeEvent);
					if (!isBack) return onKeyDown(event);
					event.preventDefault();
					onBack();
				}}
			/>
			<p role="status" className={known && lines.length === 0 ? 'px-4 py-3 text-muted-foreground' : 'sr-only'}>
				{known && current && (lines.length > 0 ? `${lines.length} to choose from` : typed ? none : empty)}
			</p>
			{failed && (
				<p role="alert" className="border-b px-4 py-2.5 text-destructive-ink">
					{failed === 'signedOut' ? <SignedOut /> : 'Couldn’t load results. Keep typing to try again.'}
				</p>
			)}
			<FoundList
				id={id}
				label="Choices"
				groups={numbered([{ title: titles[step.asks], lines }])}
				marks={parseSearch(shownFor).words}
				busy={!current}
				lineProps={lineProps}
				onTake={take}
				onLeave={onLeave}
			/>
			<p aria-hidden className="border-t px-4 py-2 text-muted-foreground text-xs pointer-coarse:hidden">
				↑ ↓ to choose · Enter to take · Esc or Backspace to go back
			</p>
		</>
	);
}

const titles: Record<Step['asks'], string> = {
	person: 'Contacts',
	tagged: 'Companies and contacts',
	tag: 'Tags',
	deal: 'Open deals',
	stage: 'Stages',
};
