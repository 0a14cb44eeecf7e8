'use client';

import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { useDateSettings } from '@/components/form/date/date-settings';
import { Field } from '@/components/form/field';
import { Form, type FormFailure } from '@/components/form/form';
import { OtherProblems } from '@/components/form/other-problems';
import type { PickerOption } from '@/components/form/picker/picker';
import { isDay, isLocalTime, localTime } from '@/lib/dates/dates';
import { type Belongs, contactOfDeal } from '../contact-of-deal';
import { type Draft, isBlank } from './composer-draft';
import { ComposerFoot } from './composer-foot';
import { showsAnything } from './composer-text';
import { ComposerTypes } from './composer-types';
import { DetailChips } from './detail-chips';
import { DealChip, PeopleChip } from './link-chips';
import { NextStepLazy } from './next-step-lazy';
import { type ComposerLinks, proposedPeople, refusalOf } from './sent-activity';
import { WhenChip } from './when-chip';

export type ComposerFormProps<Result> = {
	/** What stands in it at first, and why that was refused before. */
	draft: Draft;
	refused: FormFailure | null;
	links: ComposerLinks;
	/** Everything is shown at once, and it waits for the answer. */
	waits: boolean;
	/** Whether the text has the focus at first. */
	takesFocus: boolean;
	text: RefObject<HTMLTextAreaElement | null>;
	/** Called with everything that is typed or chosen. */
	onChange: (draft: Draft) => void;
	action: (draft: Draft) => Promise<Result>;
	onDone: (result: Extract<Result, { ok: true }>) => void;
	onCancel?: (() => void) | undefined;
};

/** The names of the fields below. */
const fields = ['text', 'type', 'at', 'atTime', 'duration', 'outcome', 'nextSteps', 'followUpOn', 'followUpTime'];

/** One turn of the composer: what is typed into it until it is logged. */
export function ComposerForm<Result extends { ok: true } | FormFailure>(props: ComposerFormProps<Result>) {
	const { draft: first, refused, links, waits, takesFocus, text, onChange, action, onDone, onCancel } = props;
	const { timeZone } = useDateSettings();
	const frame = useRef<HTMLDivElement>(null);
	const [draft, setDraft] = useState(first);
	// one event can change two things, before the first is on the screen
	const latest = useRef(first);
	const [isOpen, setOpen] = useState(waits || takesFocus || !isBlank(first));
	const people = draft.people ?? proposedPeople(links, draft.type);
	const deal = draft.deal === undefined ? (links.deal ?? null) : draft.deal;
	const isPlanned = draft.at !== '' && draft.at > localTime(new Date(), timeZone);

	useEffect(() => {
		// it may have got the focus before this code was there
		if (frame.current?.contains(document.activeElement)) setOpen(true);
		if (takesFocus) text.current?.focus({ preventScroll: !waits });
	}, [takesFocus, waits, text]);

	function change(changed: Partial<Draft>) {
		const next = { ...latest.current, ...changed };
		latest.current = next;
		setDraft(next);
		onChange(next);
	}

	/** The draft with what stands in the fields themselves, which may have been typed before this code was there. */
	function filledIn(): Draft {
		const form = frame.current?.closest('form');
		if (!form) return latest.current;
		const sent = new FormData(form);
		const of = (name: string) => String(sent.get(name) ?? '');
		// their fields come later than the form, or with the panel in which they are
		const at = sent.has('at') ? of('at') : latest.current.at;
		const nextSteps = sent.has('nextSteps') ? of('nextSteps') : latest.current.nextSteps;
		return {
			...latest.current,
			text: of('text'),
			at: isLocalTime(at) ? at : '',
			duration: of('duration'),
			outcome: of('outcome'),
			nextSteps,
		};
	}

	function onDeal(chosen: (PickerOption & Belongs) | null) {
		const brought = people.length === 0 && draft.people === undefined ? contactOfDeal(chosen) : [];
		change({ deal: chosen, ...(brought.length > 0 && { people: brought }) });
	}

	function onKeyDown(event: KeyboardEvent) {
		if (event.key !== 'Escape' || event.defaultPrevented || waits) return;
		if (isBlank(draft)) setOpen(false);
		if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
	}

	return (
		<Form
			stays
			refused={refused}
			action={async () => {
				const sent = filledIn();
				return (refusalOf(sent) as Result | null) ?? action(sent);
			}}
			onDone={onDone}
		>
			{/* biome-ignore lint/a11y/noStaticElementInteractions: hears what happens in the fields within. */}
			<div
				ref={frame}
				className="composer"
				data-open={isOpen || undefined}
				onFocus={() => setOpen(true)}
				onInput={() => change(filledIn())}
				onKeyDown={onKeyDown}
			>
				<ComposerTypes type={draft.type} onType={(type) => change({ type })} />
				<Field name="text" label="Subject and description" labelHidden required>
					{(control) => (
						<textarea
							{...control}
							ref={text}
							data-plain
							rows={1}
							autoComplete="off"
							placeholder="What was said? The first line becomes the subject."
							defaultValue={first.text}
						/>
					)}
				</Field>
				<div data-chips>
					<PeopleChip chosen={people} companyId={links.company?.id} onChange={(chosen) => change({ people: chosen })} />
					<DealChip chosen={deal} companyId={links.company?.id} onChange={onDeal} />
					<WhenChip initial={first.at} at={draft.at} onNow={() => change({ at: '' })} />
					{isOpen && <DetailChips initial={first} isShown={draft.type !== 'note' || hasDetails(draft)} />}
				</div>
				{isOpen && (
					<NextStepLazy
						open
						initial={first.nextSteps}
						day={draft.followUpOn}
						onDay={(day) => isMomentOrEmpty(day) && change({ followUpOn: day })}
					/>
				)}
				<ComposerFoot draft={draft} isPlanned={isPlanned} isOpen={isOpen} onCancel={onCancel} />
				<OtherProblems fields={fields} />
			</div>
		</Form>
	);
}

const hasDetails = ({ duration, outcome }: Draft) => showsAnything(duration + outcome);
const isMomentOrEmpty = (text: string) => text === '' || isDay(text) || isLocalTime(text);
