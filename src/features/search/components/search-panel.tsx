'use client';

import type { KeyboardEvent } from 'react';
import { useAnsweredEnter } from '@/components/form/picker/use-answered-enter';
import { useListbox } from '@/components/form/picker/use-listbox';
import { useAnswer } from '@/components/form/picker/use-options';
import { SignedOut } from '@/components/form/signed-out';
import { openInPanel } from '@/components/panel/open-panel';
import { stageChoices } from '@/features/deals/stage/use-stage-change';
import { isComposing } from '@/lib/browser/keyboard';
import type { Command, PageRecord } from '../commands';
import { intentLines } from '../intent-lines';
import { intentOf, sourceOf } from '../intents';
import type { SearchAnswer } from '../schema';
import { asksForCommands, commandLines, type PanelLine, panelLines, recordInLine, withoutOpen } from '../search-lines';
import { unknownText } from '../search-words';
import { BoxInput } from './box-input';
import { FoundList } from './found-list';
import type { useCommandRunner } from './use-command-runner';

type SearchPanelProps = {
	text: string;
	onText: (text: string) => void;
	commands: Command[];
	/** The record that is open. */
	here: PageRecord | null;
	doing: ReturnType<typeof useCommandRunner>;
	onLeave: () => void;
};

/** Finds records and commands while one types; commands alone after ">". */
export function SearchPanel({ text, onText, commands, here, doing, onLeave }: SearchPanelProps) {
	const onlyCommands = asksForCommands(text);
	const {
		answer,
		to,
		current: isAnswered,
		failed,
	} = useAnswer<SearchAnswer>('/api/search', onlyCommands ? null : text.trim());
	const found = answer && (answer.isLatest ? withoutOpen(answer, here) : answer);
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
	const problems = (!unasked && found?.unknown) || [];

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

	// Enter behind "tag:" is not meant for the record that was opened last
	const isUnfinished = problems.length > 0 && found?.isLatest === true;
	const take = (index: number, where?: 'tab' | 'panel') => {
		const line = isUnfinished && index === 0 ? undefined : lines[index];
		if (where === 'panel') peek(line);
		else if (line) follow(line, where === 'tab');
	};
	const { enter, callOff } = useAnsweredEnter(current, take);
	const { onKeyDown, ...input } = inputProps(lines.length, enter);

	return (
		<>
			<BoxInput
				{...input}
				busy={!current}
				aria-label="Search"
				placeholder="Search everything"
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
				{current && (found || unasked) && !found?.isLatest && countText(lines.length)}
			</p>
			{failed && !onlyCommands && (
				<p role="alert" className="border-b px-4 py-2.5 text-destructive-ink">
					{failed === 'signedOut' ? <SignedOut /> : 'Search isn’t responding. Keep typing to try again.'}
				</p>
			)}
			{unasked && lines.length === 0 && <p className="px-4 py-3 text-muted-foreground">No command has this name.</p>}
			{problems.map((each) => (
				<p key={`${each.operator} ${each.value}`} role="status" className="px-4 pt-3 text-muted-foreground">
					{unknownText(each)}
				</p>
			))}
			{text.trim() !== '' && hits === 0 && problems.length === 0 && lookedFor.length === 0 && (
				<p className="px-4 pt-3 text-muted-foreground">
					{lines.length > 1 ? 'No record fits' : 'Nothing fits'} “<bdi translate="no">{shownFor}</bdi>”.
				</p>
			)}
			{text.trim() === '' && hits === 0 && (
				<p className="px-4 pt-3 text-muted-foreground">Records you worked on recently appear here.</p>
			)}
			<FoundList
				id={listId}
				label="Found"
				groups={groups}
				marks={unasked ? [] : (found?.marks ?? [])}
				busy={!current}
				lineProps={lineProps}
				onTake={follow}
				onPeek={peek}
				onLeave={onLeave}
			/>
			<p aria-hidden className="border-t px-4 py-2 text-muted-foreground text-xs pointer-coarse:hidden">
				↑ ↓ choose · Enter open · Shift Enter side panel · Ctrl Enter or ⌘ Enter new tab · &gt; commands
				<br />
				Narrow down by “exact words” · -word · tag:vip · stage:proposal · is:overdue · in:deals
			</p>
		</>
	);
}

const countText = (lines: number) => (lines === 0 ? 'Nothing found' : `${lines} found`);
