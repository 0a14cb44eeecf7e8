'use client';

import { type ComponentProps, useRef, useState, useTransition } from 'react';
import { noAnswerFailure } from '@/components/form/form';
import { message } from '@/components/form/message';
import { sayFailure } from '@/components/form/say-failure';
import { useUndoToast } from '@/components/form/undo-toast';
import { Button } from '@/components/ui/button';
import { AlarmClockIcon, FlagIcon, PencilIcon, RepeatIcon, TrashIcon } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import { companyPath, contactPath, dealPath, logFollowUpPath } from '@/domain/paths';
import { deleteFollowUp } from '../actions';
import type { ShownFollowUp } from '../due-days';
import { EditFollowUpLazy } from './edit-follow-up-lazy';
import { SnoozeFollowUpLazy } from './snooze-follow-up-lazy';

type FollowUpLineProps = {
	followUp: ShownFollowUp;
	/** The link to the page's own record, which lines don't repeat: companyId, contactId, dealId or ''. */
	own: string;
	days: { tomorrow: string; nextWeek: string };
	locale: string;
	done: boolean;
	onTick: (done: boolean) => void;
	/** Called when the editing begins and when it ends. */
	onEdit: (opens: boolean) => void;
	/** Begins the one that comes after this. */
	onNext: () => void;
	/** Called when the line is about to go from its place. */
	onLeave: () => void;
	/** Whether it can be selected among others. */
	selectable?: boolean;
};

/** One follow-up: ticked off, put off, edited and deleted in its place. */
export function FollowUpLine({
	followUp,
	own,
	days,
	locale,
	done,
	onTick,
	onEdit,
	onNext,
	onLeave,
	selectable = false,
}: FollowUpLineProps) {
	const { id, title, group, due, late, isTheirs, isImportant, repeatWords } = followUp;
	const undoToast = useUndoToast();
	const [mode, setMode] = useState<'shown' | 'snoozed' | 'edited'>('shown');
	// the focus returns to where editing began
	const [wasEdited, setWasEdited] = useState(false);
	const snoozeButton = useRef<HTMLButtonElement>(null);
	const [pending, startDeleting] = useTransition();

	function remove() {
		if (pending) return;
		startDeleting(async () => {
			const result = await deleteFollowUp({ id }).catch(noAnswerFailure());
			if (!result.ok) {
				sayFailure(result);
				return;
			}
			onLeave();
			undoToast(message`Deleted ${title}`, result.changeSet);
		});
	}

	if (mode === 'edited') {
		const close = () => {
			setWasEdited(true);
			setMode('shown');
			onEdit(false);
		};
		return (
			<li className="border-t px-4 py-3">
				<EditFollowUpLazy followUp={followUp} onClose={close} onLeave={onLeave} />
			</li>
		);
	}
	return (
		<li data-done={done || undefined} className={pending ? 'follow-up opacity-50' : 'follow-up'}>
			<div>
				<label>
					<span className="sr-only">
						Done: <span translate="no">{title}</span>
					</span>
					<input
						type="checkbox"
						checked={done}
						onChange={() => {
							setMode('shown');
							onTick(!done);
						}}
						autoComplete="off"
					/>
				</label>
				<div data-text>
					<p data-title translate="no">
						{title}
					</p>
					<p data-due>
						<span data-overdue={(!done && group === 'overdue') || undefined}>
							{late ? (
								<>
									<span data-due-on>{`${due} · `}</span>
									{late}
								</>
							) : (
								due
							)}
						</span>
						{repeatWords && (
							<span data-mark title={`Repeats ${repeatWords}`}>
								<RepeatIcon />
								<span className="sr-only">Repeats {repeatWords}</span>
							</span>
						)}
						{isImportant && (
							<span data-mark>
								<FlagIcon /> High priority
							</span>
						)}
						{isTheirs && <span>They promised this</span>}
						<Links followUp={followUp} own={own} />
					</p>
				</div>
				{done ? (
					<div className="flex flex-wrap gap-1 max-sm:w-full max-sm:pl-8">
						<Button asChild variant="ghost" size="sm">
							<Link href={logFollowUpPath(id)}>Log what happened</Link>
						</Button>
						<Button variant="ghost" size="sm" onClick={onNext}>
							Set the next
						</Button>
					</div>
				) : (
					<div data-tools>
						<IconButton
							ref={snoozeButton}
							verb="Snooze"
							name={title}
							aria-expanded={mode === 'snoozed'}
							onClick={() => setMode(mode === 'snoozed' ? 'shown' : 'snoozed')}
						>
							<AlarmClockIcon />
						</IconButton>
						<IconButton
							verb="Edit"
							name={title}
							autoFocus={wasEdited}
							onClick={() => {
								setMode('edited');
								onEdit(true);
							}}
						>
							<PencilIcon />
						</IconButton>
						<IconButton verb="Delete" name={title} onClick={remove}>
							<TrashIcon />
						</IconButton>
						{selectable && (
							<label data-select title={`Select ${title}`}>
								<span className="sr-only">
									Select <span translate="no">{title}</span>
								</span>
								<input type="checkbox" name="selected" value={id} />
							</label>
						)}
					</div>
				)}
			</div>
			{mode === 'snoozed' && !done && (
				<SnoozeFollowUpLazy
					{...{ followUp, days, locale, onLeave }}
					onClose={() => {
						setMode('shown');
						snoozeButton.current?.focus();
					}}
				/>
			)}
		</li>
	);
}

type IconButtonProps = ComponentProps<'button'> & { verb: string; name: string };

function IconButton({ verb, name, ...props }: IconButtonProps) {
	return <button type="button" title={`${verb} ${name}`} {...props} />;
}

/** What else it is about than the page's own record. */
function Links({ followUp: { company, contact, deal }, own }: { followUp: ShownFollowUp; own: string }) {
	const shown = [
		own !== 'dealId' && deal && { href: dealPath(deal.id), ...deal },
		own !== 'contactId' && contact && { href: contactPath(contact.id), ...contact },
		own === '' && company && { href: companyPath(company.id), ...company },
	];
	if (!shown.some(Boolean)) return null;
	return (
		<span data-links>
			{shown.map(
				(link) =>
					link && (
						<Link key={link.href} href={link.href} translate="no" className="text-link">
							{link.name}
						</Link>
					),
			)}
		</span>
	);
}
