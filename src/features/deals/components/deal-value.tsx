'use client';

import { useState } from 'react';
import { SelectField, TextField } from '@/components/form/text-fields';
import { formatMoney } from '@/lib/money/money';
import { parseMoney } from '@/lib/money/money-reading';

type DealValueProps = {
	/** What the names of the fields begin with. */
	prefix?: string;
	/** Whether there has to be one, wherever the deal is one of several records of a form. */
	required?: boolean;
	/** The initial fields; the value as the account writes numbers. */
	value: string;
	currency: string;
	currencies: string[];
	/** The language of the account's numbers. */
	locale: string;
	/** An amount as the account writes it, for the hint. */
	example: string;
};

/** A deal's value and its currency. Below the field, the typed amount is shown as it was understood. */
export function DealValueFields(props: DealValueProps) {
	const { prefix = '', required = true, value, currency: initial, currencies, locale, example } = props;
	const [text, setText] = useState(value);
	const [currency, setCurrency] = useState(initial);
	const isTouched = text !== value || currency !== initial;
	return (
		<>
			<TextField
				name={`${prefix}value`}
				label="Deal value"
				required={required}
				inputMode="text"
				hint={
					<span aria-live="polite">
						{(isTouched && understood(text, locale, currency)) || `Such as ${example}, 1.5m or 1,5 tỷ.`}
					</span>
				}
				defaultValue={value}
				onChange={(event) => setText(event.target.value)}
			/>
			<SelectField
				name={`${prefix}currency`}
				label="Currency"
				required={required}
				{...(prefix && { 'data-enter-skips': '' })}
				defaultValue={initial}
				onChange={(event) => setCurrency(event.target.value)}
			>
				{currencies.map((code) => (
					<option key={code} value={code}>
						{code}
					</option>
				))}
			</SelectField>
		</>
	);
}

/** The amount as it was understood, or the problem with it; empty if nothing is typed. */
function understood(text: string, locale: string, currency: string): string {
	if (text.trim() === '') return '';
	const read = parseMoney(text, { locale, currency });
	return read.ok ? `Read as ${formatMoney(read.value, { locale, currency })}` : '';
}
