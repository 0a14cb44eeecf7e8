'use client';

import type { KeyboardEvent } from 'react';
import { useAnsweredEnter } from '@/components/form/picker/use-answered-enter';
import { useListbox } from '@/components/form/picker/use-listbox';
import { useAnswer } from '@/components/form/picker/use-options';
import { SignedOut } from '@/components/form/signed-out';
import { openInPanel } from '@/components/panel/open-panel';
import { stageChoices } from '@/features/deals/stage/use-stage-change';
import { isComposing } from '@/lib/browser/keyboard';
import type { Command } from '../commands';
import { intentLines } from '../intent-lines';
import { intentOf, sourceOf } from '../intents';
import type { SearchAnswer } from '../schema';
import { asksForCommands, commandLines, type PanelLine, panelLines, recordInLine } from '../search-lines';
import { BoxInput } from './box-input';
import { FoundList } from './found-list';
import type { useCommandRunner } from './use-command-runner';

type SearchPanelProps = {
	text: string;
	onText: (text: string) => void;
	commands: Command[];
	doing: ReturnType<typeof useCommandRunner>;
	onLeave: () => void;
};

/** Finds records and commands while one types; commands alone after ">". */
export function SearchPanel({ text, onText, commands, doing, onLeave }: SearchPanelProps) {
	const onlyCommands = asksForCommands(text);
	const {
		answer: found,
		to,
		current: isAnswered,
		failed,
	} = useAnswer<SearchAnswer>('/api/search', onlyCommands ? null : text.trim());
	const intent = intentOf(text, stageChoices);
	const source = intent && sourceOf(intent);
	const named = useAnswer<unknown>(source ?? '', source ? (intent?.name ?? null) : null);
	const { id: listId, active, reopen, inputProps, lineProps } = useListbox({ staysOpen: true });
	// commands are known here, whether the server answers or not
	const unasked = onlyCommands || failed !== null;
	const current = (isAnswered || unasked) && (!source || named.current || named.failed !== null);
	const lookedFor = intent ? intentLines(intent, named.answer, stageChoices) : [];
	const meant = { lines: lookedFor, verbText: intent?.verbText ?? null };
	const shownFor = to ?? '';
	const groups = unasked
		? commandLines(commands, text, meant)
		: found
			? panelLines(found, shownFor, commands, meant)
			: [];
	const lines = groups.flatMap((group) => group.lines);
	const hits = unasked ? null : found?.hits.length;

	function follow(line: PanelLine, newTab = false) {
		// the lines may still be those of an earlier text
		if (!current) return;
		if (!('href' in line)) doing.act(line.doing);
		else if (newTab) window.open(line.href, '_blank', 'noopener');
		else doing.go(line.href);
	}

	/** A record in the side panel, beside the page that the box was opened on. */
	function peek(line: PanelLine | undefined) {
		if (!current || !line) return;
		const record = recordInLine(line);
		if (!record) return follow(line);
		onLeave();
		openInPanel(record, record.name);
	}

	const take = (index: number, where?: 'tab' | 'panel') => {
		const line = lines[index];
		if (where === 'panel') peek(line);
		else if (line) follow(line, where === 'tab');
	};
	const { enter, callOff } = useAnsweredEnter(current, take);
	const { onKeyDown, ...input } = inputProps(lines.length, enter);

	return (
		<>
			<BoxInput
				{...input}
				aria-label="Search"
				placeholder="Search companies, contacts, deals and activities"
				maxLength={200}
				value={text}
				onChange={(event) => {
					onText(event.target.value);
					callOff();
					reopen();
				}}
				onKeyDown={(event: KeyboardEvent<HTMLInputElement>) => {
					const { key, ctrlKey, metaKey, shiftKey } = event;
					const isEnter = key === 'Enter' && (ctrlKey || metaKey || shiftKey) && !isComposing(event.nativeEvent);
					if (!isEnter) return onKeyDown(event);
					event.preventDefault();
					enter(active, shiftKey ? 'panel' : 'tab');
				}}
			/>
			<p role="status" className="sr-only">
				{current && (found || unasked) && countText(lines.length, text)}
			</p>
			{failed && !onlyCommands && (
				<p role="alert" className="border-b px-4 py-2.5 text-destructive-ink">
					{failed === 'signedOut' ? <SignedOut /> : 'Search isn’t responding. Keep typing to try again.'}
				</p>
			)}
			{unasked && lines.length === 0 && <p className="px-4 py-3 text-muted-foreground">No command has this name.</p>}
			{text.trim() !== '' && hits === 0 && lookedFor.length === 0 && (
				<p className="px-4 pt-3 text-muted-foreground">
					{lines.length > 1 ? `No record fits “${shownFor}”.` : `Nothing fits “${shownFor}”.`}
				</p>
			)}
			{text.trim() === '' && hits === 0 && (
				<p className="px-4 pt-3 text-muted-foreground">What you worked on last will stand here.</p>
			)}
			<FoundList
				id={listId}
				label="Found"
				groups={groups}
				q={unasked ? '' : shownFor}
				busy={!current}
				lineProps={lineProps}
				onTake={follow}
				onPeek={peek}
				onLeave={onLeave}
			/>
			<p aria-hidden className="border-t px-4 py-2 text-muted-foreground text-xs pointer-coarse:hidden">
				↑ ↓ to choose · Enter to open · Shift Enter in the side panel · Ctrl Enter or ⌘ Enter in a new tab · &gt; for
				commands · Esc to close
			</p>
		</>
	);
}

function countText(lines: number, text: string): string {
	if (text.trim() === '') return '';
	return lines === 0 ? 'Nothing found' : `${lines} found`;
}
