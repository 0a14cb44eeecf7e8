'use client';

import { useRef, useState } from 'react';
import { DateInput } from '@/components/form/date/date-input';
import { unreadable } from '@/components/form/form';
import { useCorrected } from '@/components/form/use-corrected';
import { useSaveKeys } from '@/components/form/use-save-keys';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Label } from '@/components/ui/label';
import { NativeSelect } from '@/components/ui/native-select';
import { readBound, writeBound } from '@/lib/money/amount-bound';
import { formatAmount, type MoneyStyle } from '@/lib/money/money';
import { parseMoney } from '@/lib/money/money-reading';
import { useListNavigation } from './list-transition';
import type { Range, RangeFiltersProps } from './range';

export type RangeFormProps = RangeFiltersProps & { id: string; onClose: () => void };

/** A bound as its field shows it. */
function shown(kind: Range['kind'], text: string, style: MoneyStyle): string {
	return kind === 'amount' && text ? formatAmount(readBound(text).value, style) : text;
}

/** The currency that the present bounds of amounts are in. */
function currencyOf(ranges: Range[], present: URLSearchParams, otherwise: string): string {
	const bounds = ranges.flatMap(({ kind, from, to }) => (kind === 'amount' ? [from, to] : []));
	return bounds.map((name) => readBound(present.get(name) ?? '').currency).find(Boolean) ?? otherwise;
}

/** The fields of all ranges. */
export function RangeForm({
	id,
	label: title,
	ranges,
	style: { locale, currency: usual },
	currencies = [],
	query,
	onClose,
}: RangeFormProps) {
	const { goTo } = useListNavigation();
	const [problems, setProblems] = useState<Record<string, string>>({});
	const present = new URLSearchParams(query);
	const [currency, setCurrency] = useState(() => currencyOf(ranges, present, usual));
	const style = { locale, currency };
	const form = useRef<HTMLFormElement>(null);
	const corrected = useCorrected(form, problems);
	const problemOf = (name: string) => (corrected.has(name) ? undefined : problems[name]);
	useSaveKeys(form);

	function apply(form: HTMLFormElement) {
		const typed = new FormData(form);
		const params = new URLSearchParams(query);
		const wrong: Record<string, string> = { ...unreadable(form)?.fieldErrors };
		for (const { kind, from, to } of ranges) {
			for (const name of [from, to]) {
				const text = String(typed.get(name) ?? '').trim();
				const read = kind === 'amount' && text ? parseMoney(text, style) : { ok: true as const, value: text };
				if (!read.ok) wrong[name] = read.message;
				else if (!read.value) params.delete(name);
				else params.set(name, kind === 'amount' ? writeBound(read.value, currency) : read.value);
			}
			const [low, high] = [params.get(from), params.get(to)];
			const isBackwards =
				low && high && (kind === 'day' ? low > high : Number.parseFloat(low) > Number.parseFloat(high));
			if (isBackwards && !wrong[from] && !wrong[to])
				wrong[to] ??= kind === 'day' ? 'This is before the start.' : 'This is less than the lowest.';
		}
		setProblems(wrong);
		if (Object.keys(wrong).length > 0) return;
		goTo(params.toString(), { sets: ranges.flatMap(({ from, to }) => [from, to]) });
		onClose();
	}

	const bound = (name: string) => ({
		id: `${id}-${name}`,
		name,
		'aria-invalid': problemOf(name) !== undefined,
		'aria-describedby': problemOf(name) && `${id}-${name}-problem`,
	});
	return (
		<form
			ref={form}
			id={id}
			noValidate
			aria-label={title}
			className="order-last col-span-2 flex w-full flex-wrap items-start gap-x-6 gap-y-3 rounded-lg border bg-card p-4"
			onSubmit={(event) => {
				event.preventDefault();
				apply(event.currentTarget);
			}}
		>
			{ranges.map(({ label, kind, from, to }) => (
				<fieldset key={label} className="min-w-0 max-sm:w-full">
					<legend className="mb-1 font-medium">{label}</legend>
					<div className="grid grid-cols-2 gap-2 sm:flex">
						{[from, to].map((name, index) => (
							<div key={name} className="min-w-0 sm:w-40">
								<Label htmlFor={`${id}-${name}`} className="mb-1 text-muted-foreground text-xs">
									{index === 0 ? 'From' : 'To'}
								</Label>
								{kind === 'day' ? (
									<DateInput {...bound(name)} defaultValue={present.get(name) ?? ''} />
								) : (
									<Input
										{...bound(name)}
										maxLength={50}
										autoComplete="off"
										defaultValue={shown(kind, present.get(name) ?? '', style)}
									/>
								)}
								{problemOf(name) && (
									<p id={`${id}-${name}-problem`} role="alert" className="mt-1 text-destructive-ink">
										{problemOf(name)}
									</p>
								)}
							</div>
						))}
						{kind === 'amount' && new Set([currency, ...currencies]).size > 1 && (
							<div className="min-w-0 max-sm:col-span-2 sm:w-28">
								<Label htmlFor={`${id}-currency`} className="mb-1 text-muted-foreground text-xs">
									Currency
								</Label>
								<NativeSelect
									id={`${id}-currency`}
									value={currency}
									onChange={(event) => setCurrency(event.target.value)}
								>
									{[...new Set([currency, ...currencies])].sort().map((code) => (
										<option key={code} value={code}>
											{code}
										</option>
									))}
								</NativeSelect>
							</div>
						)}
					</div>
				</fieldset>
			))}
			<div className="flex gap-2 self-end sm:mb-5.5">
				<Button type="submit">Filter</Button>
				<Button variant="ghost" onClick={onClose}>
					Cancel
				</Button>
			</div>
		</form>
	);
}
