import type { FormFailure } from '@/components/form/form';
import type { PickerOption } from '@/components/form/picker/picker';
import { correctMarked } from '@/lib/errors/failure';
import { type ActivityType, maxMinutes } from '../activity-types';
import type { LikelyLinks } from '../server/activity-quick-queries';
import type { Draft } from './composer-draft';
import { readMinutes, showsAnything, splitText } from './composer-text';

/** Whom what is logged most likely belongs to, and which of these the composer stands with. */
export type ComposerLinks = LikelyLinks & { own?: 'company' | 'contact' | 'deal' | undefined };

/** With whom something is logged unless another choice is made: a note is with the contact only on their own page. */
export function proposedPeople({ contact, own }: ComposerLinks, type: ActivityType): PickerOption[] {
	return contact && (type !== 'note' || own === 'contact') ? [contact] : [];
}

/** Why a draft cannot be sent as it is; null if it can. */
export function refusalOf(draft: Draft): FormFailure | null {
	const minutes = readMinutes(draft.duration);
	const fieldErrors = {
		...(!showsAnything(draft.text) && { text: 'Enter what it was about.' }),
		...(minutes !== null &&
			!(minutes <= maxMinutes) && { duration: 'Enter a duration up to a week, such as 25 min or 1 h 30.' }),
		...(draft.followUpOn && !showsAnything(draft.nextSteps) && { nextSteps: 'Enter a next step, or clear its date.' }),
	};
	const count = Object.keys(fieldErrors).length;
	return count > 0 ? { ok: false, message: correctMarked(count), fieldErrors } : null;
}

/** A draft as the action takes it. */
export function activityOf(draft: Draft, links: ComposerLinks) {
	const people = draft.people ?? proposedPeople(links, draft.type);
	const deal = draft.deal === undefined ? links.deal : draft.deal;
	return {
		id: draft.id,
		type: draft.type,
		...splitText(draft.text),
		at: draft.at,
		durationMinutes: readMinutes(draft.duration),
		outcome: draft.outcome,
		nextSteps: draft.nextSteps,
		followUpOn: draft.followUpOn.slice(0, 10),
		followUpTime: draft.followUpOn.slice(11),
		companyId: links.company?.id ?? '',
		people: JSON.stringify(people.map(({ id, name, isNew }) => (isNew ? { id, name } : { id }))),
		dealId: deal?.id ?? '',
	};
}

/** A failure with the names of the composer's own fields. */
export function ofComposer(failure: FormFailure): FormFailure {
	const { subject, description, durationMinutes, ...others } = failure.fieldErrors ?? {};
	const text = subject ?? description;
	const fieldErrors = { ...others, ...(text && { text }), ...(durationMinutes && { duration: durationMinutes }) };
	return Object.keys(fieldErrors).length > 0 ? { ...failure, fieldErrors } : failure;
}
