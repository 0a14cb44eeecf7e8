'use client';

import { Fragment } from 'react';
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';
import { Link } from '@/components/ui/link';
import { useShortcuts } from '@/components/ui/use-shortcuts';
import { createShortcuts, editKey, goShortcuts, listKey } from '@/domain/shortcuts';

type ShortcutGroup = { title: string; keys: { keys: string; label: string }[] };

const groups: ShortcutGroup[] = [
	{ title: 'Go to', keys: [...goShortcuts, { keys: 'g t', label: 'Today, as well' }] },
	{ title: 'Create', keys: [...createShortcuts] },
	{
		title: 'Anywhere',
		keys: [
			{ keys: '/', label: 'Search' },
			{ keys: 'Ctrl+K', label: 'Search (⌘ K on a Mac), also where one types' },
			{ keys: '>', label: 'In the search: commands only' },
			{ keys: listKey, label: 'This list' },
		],
	},
	{
		title: 'In a form or dialog',
		keys: [
			{ keys: 'Ctrl+Enter', label: 'Save, from any field (⌘ Enter on a Mac)' },
			{ keys: 'Enter', label: 'Save, from one line of text, a list, or a checkbox' },
			{ keys: 'Alt+↑ ↓', label: 'Move an email, a phone number, or a link' },
			{ keys: 'Alt+D', label: 'Use the date in a follow-up’s title' },
		],
	},
	{
		title: 'In a dialog that creates something',
		keys: [
			{ keys: 'Enter', label: 'Next field' },
			{ keys: 'Shift+Enter', label: 'Next part, such as the contact' },
			{ keys: 'Ctrl+Shift+Enter', label: 'Save and add another (⌘ Shift Enter on a Mac)' },
		],
	},
	{
		title: 'On a record’s page',
		keys: [
			{ keys: editKey, label: 'Edit the focused value or the first one' },
			{ keys: 'm', label: 'Copy a contact’s main email address' },
			{ keys: 'p', label: 'Copy a contact’s main phone number' },
			{ keys: 'l', label: 'Log an activity, or the call or chat that you come back from' },
			{ keys: 'j', label: 'Next record of the list' },
			{ keys: 'k', label: 'Previous record of the list' },
		],
	},
	{
		title: 'On Today, and in call mode',
		keys: [
			{ keys: 'd', label: 'Done' },
			{ keys: 's', label: 'Snooze: then 1 to 4, or a date' },
			{ keys: 'p', label: 'Call' },
			{ keys: 'l', label: 'Log an activity' },
			{ keys: 'j', label: 'Next entry (Today)' },
			{ keys: 'k', label: 'Previous entry (Today)' },
			{ keys: 'n', label: 'Skip (call mode)' },
			{ keys: 'Esc', label: 'Leave' },
		],
	},
	{
		title: 'In a list',
		keys: [
			{ keys: 'j', label: 'Next row' },
			{ keys: 'k', label: 'Previous row' },
			{ keys: 'x', label: 'Select the row, or not' },
			{ keys: 'f', label: 'Filter' },
			{ keys: 'Enter', label: 'Open the row' },
			{ keys: 'Space', label: 'Open the row in the side panel' },
		],
	},
	{
		title: 'In the side panel',
		keys: [
			{ keys: 'j', label: 'Next record' },
			{ keys: 'k', label: 'Previous record' },
			{ keys: 'o', label: 'Open as a page' },
			{ keys: 'Esc', label: 'Close it' },
		],
	},
	{
		title: 'On the board, with a deal in focus',
		keys: [
			{ keys: '← ↑ ↓ →', label: 'Go to another deal, or carry this one' },
			{ keys: 'j', label: 'Next deal' },
			{ keys: 'k', label: 'Previous deal' },
			{ keys: 'Space', label: 'Pick it up, and drop it' },
			{ keys: 'Esc', label: 'Leave it where it was' },
			{ keys: 'm', label: 'Move it to a stage' },
			{ keys: 'l', label: 'Log an activity' },
			{ keys: 'n', label: 'Add a follow-up' },
			{ keys: editKey, label: 'Edit it in the side panel' },
			{ keys: '.', label: 'Open its menu' },
			{ keys: 'v', label: 'Open it in the side panel' },
		],
	},
];

type ShortcutListProps = { open: boolean; onOpenChange: (open: boolean) => void };

/** All shortcuts, grouped by where they work. */
export function ShortcutList({ open, onOpenChange }: ShortcutListProps) {
	const on = useShortcuts();
	return (
		<Dialog open={open} onOpenChange={onOpenChange}>
			<DialogContent className="max-h-[88dvh] overflow-y-auto sm:max-w-3xl">
				<DialogHeader>
					<DialogTitle>Keyboard shortcuts</DialogTitle>
					<DialogDescription>
						<span>
							{on ? 'Single keys do nothing while you type. ' : 'Single keys are switched off in this browser. '}
						</span>
						<Link
							href="/settings#shortcuts"
							onClick={() => onOpenChange(false)}
							className="text-foreground underline underline-offset-2"
						>
							{on ? 'Switch them off in the settings' : 'Switch them on in the settings'}
						</Link>
					</DialogDescription>
				</DialogHeader>
				<div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
					{groups.map(({ title, keys }) => (
						<section key={title} aria-label={title}>
							<h3 className="border-b pb-1.5 font-semibold text-xs">{title}</h3>
							<dl>
								{keys.map(({ keys: sequence, label }) => (
									<div
										key={sequence}
										className="flex min-h-8 items-center justify-between gap-4 border-b py-1 last:border-0"
									>
										<dt className="wrap-anywhere">{label}</dt>
										<dd className="shrink-0">
											<Keys keys={sequence} />
										</dd>
									</div>
								))}
							</dl>
						</section>
					))}
				</div>
			</DialogContent>
		</Dialog>
	);
}

/** Keys that are pressed one after the other, or together where a plus joins them. */
function Keys({ keys }: { keys: string }) {
	const apart = keys.includes('+') ? '+' : ' ';
	const word = { '+': '+', ' ': keys.includes('←') ? '' : 'then' }[apart];
	return (
		<span className="flex items-center gap-1">
			{keys.split(apart).map((key, index) => (
				<Fragment key={key + String(index)}>
					{index > 0 && word && <span className="text-muted-foreground text-xs">{word}</span>}
					<Kbd>{key}</Kbd>
				</Fragment>
			))}
		</span>
	);
}
