'use client';

import { useState } from 'react';
import { Input } from '@/components/ui/input';
import { NativeSelect } from '@/components/ui/native-select';
import { readBound, writeBound } from '@/lib/money/amount-bound';
import { formatAmount } from '@/lib/money/money';
import { parseMoney } from '@/lib/money/money-reading';
import type { ValuesProps } from './filter-editing';

/** One number or amount, or the least and the most, as the account writes them. */
export function NumberValues({ field, is, values, setup, onValues }: ValuesProps) {
	'use no memo';
	const isMoney = field.kind === 'money';
	const { locale, currency: usual } = setup.style;
	const [currency, setCurrency] = useState(() => (isMoney && values[0] && readBound(values[0]).currency) || usual);
	const style = { locale, currency };
	const [typed, setTyped] = useState(() =>
		values.map((value) => (isMoney ? formatAmount(readBound(value).value, style) : value)),
	);

	function read(text: string, inCurrency: string): string {
		if (!isMoney) return text.trim().replace(',', '.');
		const amount = parseMoney(text, { locale, currency: inCurrency });
		return amount.ok && text.trim() ? writeBound(amount.value, inCurrency) : '';
	}

	function type(index: number, text: string) {
		const next = [typed[0] ?? '', typed[1] ?? ''].map((each, at) => (at === index ? text : each));
		setTyped(next);
		onValues(
			next.map((each) => read(each, currency)),
			{ later: true },
		);
	}

	const labels = is === 'between' ? [`${field.label}, least`, `${field.label}, most`] : [field.label];
	return (
		<div className="filter-numbers">
			{labels.map((label, index) => (
				<Input
					key={label}
					data-first={index === 0 || undefined}
					type="text"
					inputMode="decimal"
					autoComplete="off"
					aria-label={label}
					placeholder={is === 'between' ? (index === 0 ? 'From' : 'To') : '0'}
					value={typed[index] ?? ''}
					maxLength={30}
					onChange={(event) => type(index, event.target.value)}
				/>
			))}
			{isMoney ? (
				<NativeSelect
					aria-label="Currency"
					value={currency}
					onChange={(event) => {
						setCurrency(event.target.value);
						onValues(typed.map((each) => read(each, event.target.value)));
					}}
				>
					{[...new Set([currency, usual, ...(setup.currencies ?? [])])].map((code) => (
						<option key={code}>{code}</option>
					))}
				</NativeSelect>
			) : (
				field.unit && <span>{field.unit}</span>
			)}
		</div>
	);
}
