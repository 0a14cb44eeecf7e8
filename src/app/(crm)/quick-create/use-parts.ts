'use client';

import { type ClipboardEvent, useRef, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { PickerOption } from '@/components/form/picker/picker';
import { type FormTexts, textsOf } from '@/components/form/quick/form-texts';
import type { Wanted } from '@/domain/creating';
import type { Duplicate } from '@/domain/duplicate';
import type { ContactOption } from '@/features/contacts/server/contact-option-queries';
import { type DealRole, suggestedRole } from '@/features/deals/roles';
import type { Fixed, NewPart } from '@/features/quick-create/sent-records';
import type { Preset } from '@/features/quick-create/server/preset-queries';
import { fillIn } from '@/features/quick-create/signature-texts';
import { readJson } from '@/lib/browser/read-json';
import { isSameName } from '@/lib/list/search';
import { readSignature } from '@/lib/text/signature/read-signature';

type Picked = { company: PickerOption | null; contact: PickerOption | null; role: DealRole | '' };

type Content = {
	/** What the fields begin with; whenever it is set from here, they start again. */
	texts: FormTexts;
	began: number;
	/** Which field has the focus then. */
	focus: string;
	picked: Picked;
	/** Records that are used in place of those that were being typed. */
	used: Fixed;
	/** Whether the records that the dialog was opened for were taken out. */
	isReleased: boolean;
	/** What a pasted signature has filled in, and what was there before. */
	filled: { said: string[]; before: { texts: FormTexts; picked: Picked } } | null;
};

/** What is said of a company's own fields. */
const ofCompany = ['website', 'address'];

/** What the parts of a dialog that creates records hold beside what is typed into them. */
export function useParts({ what, of, name }: Wanted & { what: NewPart }, preset: Preset | null) {
	const place = useRef<HTMLDivElement>(null);
	const first: Content = {
		texts: name ? { [`${what}.name`]: name } : {},
		...{ began: 0, focus: `${what}.name`, picked: { company: null, contact: null, role: '' } },
		...{ used: {}, isReleased: false, filled: null },
	};
	const [content, setContent] = useState(first);
	const { picked, used, isReleased } = content;

	// with what was typed into parts that are not on the screen now
	const typed = (): FormTexts => {
		const form = place.current?.closest('form');
		return { ...content.texts, ...(form && textsOf(form)) };
	};
	const change = (part: Partial<Content>) => setContent((before) => ({ ...before, ...part }));

	/** The records that are there already: those that the dialog was opened for, and those that are used. */
	function fixedWith(known: Preset | null): Fixed {
		if (what === 'company' || isReleased || !known) return used;
		return {
			...(known.company && { company: known.company }),
			...(what === 'deal' && known.contact && { contact: known.contact }),
			...used,
		};
	}

	/** Starts the fields again with what is typed and what is added to it. */
	function begin(part: Partial<Content>, focus: string) {
		setContent((before) => ({ ...before, texts: typed(), began: before.began + 1, ...part, focus }));
	}

	async function pickByName(company: string) {
		const options = await readJson<PickerOption[]>(`/api/companies?${new URLSearchParams({ q: company })}`).catch(
			() => [],
		);
		const same = options.filter((option) => isSameName(option.name, company));
		const chosen = same.length === 1 && same[0] ? same[0] : { id: uuidv7(), name: company, isNew: true as const };
		setContent((before) => {
			if (!before.filled) return before;
			// what is there already keeps its own website and address
			const said =
				'isNew' in chosen ? before.filled.said : before.filled.said.filter((word) => !ofCompany.includes(word));
			return { ...before, filled: { ...before.filled, said }, picked: { ...before.picked, company: chosen } };
		});
	}

	return {
		...content,
		place,
		fixedWith,
		fixed: fixedWith(preset),
		isAwaited: preset === null && !isReleased && Object.keys(of).length > 0 && what !== 'company',
		/** The name of a company whose page is open, before it is known from anywhere else. */
		awaitedName: () => document.querySelector(`#main h1[data-record="${of.companyId}"]`)?.textContent ?? null,
		/** The role in a deal that what is known of its contact suggests. */
		role: used.contact ? '' : (!isReleased && preset?.contact?.suggestedRole) || picked.role,
		reset: () => setContent({ ...first, texts: {}, began: content.began + 1 }),
		release: () => begin({ isReleased: true, used: {} }, ''),
		renew: (part: 'company' | 'contact') => {
			const { [part]: _, ...rest } = used;
			// a contact is used with the company where they work
			begin({ used: part === 'company' ? {} : rest }, `${part}.name`);
		},
		takeCompany: ({ id, name: called }: Duplicate) =>
			begin({ used: { company: { id, name: called } } }, 'contact.name'),
		takeContact: ({ id, name: called, companyId, detail }: Duplicate) => {
			const company = companyId && detail ? { company: { id: companyId, name: detail } } : {};
			begin({ used: { ...used, ...company, contact: { id, name: called } } }, 'deal.name');
		},
		pickCompany: (company: PickerOption | null) => change({ picked: { company, contact: null, role: '' } }),
		pickContact: (contact: PickerOption | ContactOption | null) => {
			const known = contact && 'companyId' in contact ? contact : null;
			const role = (known && suggestedRole(known)) || '';
			const company = picked.company ?? (known && { id: known.companyId, name: known.companyName });
			change({ picked: { company, contact, role } });
		},
		takeBack: () => {
			const before = content.filled?.before;
			if (before) begin({ ...before, filled: null }, content.focus);
		},
		onPaste: (event: ClipboardEvent<HTMLInputElement>) => {
			const signature = readSignature(event.clipboardData.getData('text/plain'));
			if (!signature) return;
			event.preventDefault();
			const into = event.currentTarget.name;
			const texts = typed();
			const known = fixedWith(preset).company ?? picked.company;
			const filled = fillIn(
				known ? { ...signature, company: null, website: null, address: null } : signature,
				texts,
				into,
			);
			begin({ texts: { ...texts, ...filled.texts }, filled: { said: filled.said, before: { texts, picked } } }, into);
			if (what === 'contact' && signature.company && !known) void pickByName(signature.company);
		},
	};
}

export type Parts = ReturnType<typeof useParts>;
