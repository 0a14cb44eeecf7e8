'use client';

import { useEffect, useState } from 'react';
import { DateInput } from '@/components/form/date/date-input';
import { useDateSettings } from '@/components/form/date/date-settings';
import { TaxCodeInput } from '@/components/form/tax-code-input';
import { Input } from '@/components/ui/input';
import { NativeSelect } from '@/components/ui/native-select';
import { Textarea } from '@/components/ui/textarea';
import { suggestedLabels } from '@/domain/contact-points/contact-point';
import { readJson } from '@/lib/browser/read-json';
import { isDay } from '@/lib/dates/dates';
import { currencies } from '@/lib/locale';
import { amountAndCurrency } from '@/lib/money/amount-and-currency';
import { formatAmount } from '@/lib/money/money';
import { type PropertyEditor, pairsOf } from './property';

/** What the input of an editor carries, so that its label and its problem belong to it. */
export type InputProps = {
	id: string;
	'aria-invalid': boolean;
	'aria-describedby': string | undefined;
};

type Given = { control: InputProps; value: string };

/** One line of text, with texts that are in use where there are some. */
export function LineInput({ control, value, editor }: Given & { editor: PropertyEditor & { as: 'line' } }) {
	const { suggestions, numeric, checks } = editor;
	const LineOf = checks === 'tax_code' ? TaxCodeInput : Input;
	const [offered, setOffered] = useState<string[]>([]);
	useEffect(() => {
		const ended = new AbortController();
		// without them it is a line of text all the same
		if (suggestions) readJson<string[]>(suggestions, ended.signal).then(setOffered, () => {});
		return () => ended.abort();
	}, [suggestions]);
	return (
		<>
			<LineOf
				{...control}
				name="value"
				autoFocus
				autoComplete="off"
				inputMode={numeric && 'decimal'}
				className={numeric && 'tabular-nums'}
				defaultValue={value}
				list={suggestions && `${control.id}-list`}
			/>
			{suggestions && (
				<datalist id={`${control.id}-list`}>
					{offered.map((each) => (
						<option key={each} value={each} />
					))}
				</datalist>
			)}
		</>
	);
}

/** Several lines of text, which grow with it. */
export function TextInput({ control, value }: Given) {
	return (
		<Textarea {...control} name="value" autoFocus rows={2} defaultValue={value} className="field-sizing-content" />
	);
}

/** A date as people write it; one that could not be read stands there as it was typed. */
export function DayInput({ control, value }: Given) {
	const [unread] = useState(isDay(value) ? '' : value);
	useEffect(() => {
		const input = document.getElementById(control.id);
		if (!unread || !(input instanceof HTMLInputElement)) return;
		Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, unread);
		input.dispatchEvent(new Event('input', { bubbles: true }));
	}, [control.id, unread]);
	return <DateInput {...control} name="value" autoFocus defaultValue={isDay(value) ? value : ''} />;
}

/** An amount as people write it, and its currency: the usual one, where there is no amount yet. */
export function MoneyInput({ control, value, usual = '' }: Given & { usual?: string | undefined }) {
	const { style } = useDateSettings();
	const { amount, currency = usual } = value === '' ? { amount: '' } : amountAndCurrency(value);
	const isRead = /^\d+(\.\d{2})?$/.test(amount);
	const text = isRead ? formatAmount(amount, { locale: style.locale, currency }) : amount;
	return (
		<div className="flex gap-1.5">
			<Input
				{...control}
				name="value"
				autoFocus
				autoComplete="off"
				defaultValue={text}
				className="flex-1 tabular-nums"
			/>
			<NativeSelect name="currency" aria-label="Currency" defaultValue={currency} className="w-24 shrink-0">
				{currencies().map((code) => (
					<option key={code} value={code}>
						{code}
					</option>
				))}
			</NativeSelect>
		</div>
	);
}

const types = { email: 'email', phone: 'tel' } as const;

/** One email, phone or link; its label stands in the line below. */
export function PointInput({ control, value, field, place }: Given & { field: string; place: number }) {
	const [text = ''] = pairsOf(value)[place] ?? [];
	const type = types[field as keyof typeof types] ?? 'url';
	return <Input {...control} type={type} name="value" autoFocus autoComplete="off" defaultValue={text} />;
}

/** The label of a point, and whether it becomes the main one. */
export function PointLabelInput({
	id,
	value,
	field,
	place,
}: {
	id: string;
	value: string;
	field: string;
	place: number;
}) {
	const [, label] = pairsOf(value)[place] ?? [];
	const kind = field === 'email' || field === 'phone' ? field : 'link';
	return (
		<span className="flex flex-wrap items-center gap-x-3 gap-y-1">
			<Input
				name="label"
				aria-label="Label"
				placeholder="Label"
				autoComplete="off"
				list={`${id}-labels`}
				defaultValue={label ?? ''}
				className="h-8 w-28 pointer-coarse:h-11"
			/>
			<datalist id={`${id}-labels`}>
				{suggestedLabels[kind].map((each) => (
					<option key={each} value={each} />
				))}
			</datalist>
			{place > 0 && (
				<label className="flex min-h-8 cursor-pointer items-center gap-1.5 pointer-coarse:min-h-11">
					<input type="checkbox" name="main" className="size-4 accent-primary" /> Main
				</label>
			)}
		</span>
	);
}
