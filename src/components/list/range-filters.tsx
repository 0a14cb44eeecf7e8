'use client';

import { SlidersHorizontal } from 'lucide-react';
import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Label } from '@/components/ui/label';
import { type MoneyStyle, parseMoney } from '@/lib/money';
import { useListNavigation } from './list-transition';

/** A filter by a lowest and a highest value, each a parameter of its own in the address. */
export type Range = { label: string; kind: 'amount' | 'day'; from: string; to: string };

type RangeFiltersProps = {
	ranges: Range[];
	/** How the account writes amounts. */
	style: MoneyStyle;
	/** The list's query string. */
	query: string;
};

/** A button that opens a line of fields for all ranges; what is entered leads to other rows in one go. */
export function RangeFilters({ ranges, style, query }: RangeFiltersProps) {
	const id = useId();
	const [open, setOpen] = useState(false);
	return (
		<>
			<Button variant="outline" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
				<SlidersHorizontal aria-hidden /> Value and dates
			</Button>
			{open && (
				<RangeForm key={query} id={id} ranges={ranges} style={style} query={query} onClose={() => setOpen(false)} />
			)}
		</>
	);
}

function RangeForm({ id, ranges, style, query, onClose }: RangeFiltersProps & { id: string; onClose: () => void }) {
	const { goTo } = useListNavigation();
	const [problems, setProblems] = useState<Record<string, string>>({});
	const present = new URLSearchParams(query);

	function apply(form: HTMLFormElement) {
		const typed = new FormData(form);
		const params = new URLSearchParams(query);
		const wrong: Record<string, string> = {};
		for (const { kind, from, to } of ranges) {
			for (const name of [from, to]) {
				const text = String(typed.get(name) ?? '').trim();
				const read = kind === 'amount' && text ? parseMoney(text, style) : { ok: true as const, value: text };
				if (!read.ok) wrong[name] = read.message;
				else if (read.value) params.set(name, read.value);
				else params.delete(name);
			}
		}
		setProblems(wrong);
		if (Object.keys(wrong).length > 0) return;
		params.delete('page');
		goTo(params.toString());
		onClose();
	}

	return (
		<form
			id={id}
			noValidate
			aria-label="Value and dates"
			className="order-last flex w-full flex-wrap items-start gap-x-6 gap-y-3 rounded-lg border bg-card p-4"
			onSubmit={(event) => {
				event.preventDefault();
				apply(event.currentTarget);
			}}
		>
			{ranges.map(({ label, kind, from, to }) => (
				<fieldset key={label} className="min-w-0 max-sm:w-full">
					<legend className="mb-1 font-medium">{label}</legend>
					<div className="grid grid-cols-2 gap-2">
						{[from, to].map((name, index) => (
							<div key={name} className="min-w-0 sm:w-40">
								<Label htmlFor={`${id}-${name}`} className="mb-1 text-muted-foreground text-xs">
									{index === 0 ? 'From' : 'To'}
								</Label>
								<Input
									id={`${id}-${name}`}
									name={name}
									type={kind === 'day' ? 'date' : 'text'}
									{...(kind === 'day' && { min: '1900-01-01', max: '2199-12-31' })}
									maxLength={50}
									autoComplete="off"
									defaultValue={present.get(name) ?? ''}
									aria-invalid={problems[name] !== undefined}
									aria-describedby={problems[name] && `${id}-${name}-problem`}
								/>
								{problems[name] && (
									<p id={`${id}-${name}-problem`} role="alert" className="mt-1 text-destructive-ink">
										{problems[name]}
									</p>
								)}
							</div>
						))}
					</div>
				</fieldset>
			))}
			<div className="flex gap-2 self-end">
				<Button type="submit">Filter</Button>
				<Button variant="ghost" onClick={onClose}>
					Cancel
				</Button>
			</div>
		</form>
	);
}
