'use client';

import { useState } from 'react';
import { CheckboxField } from '@/components/form/checkbox-field';
import { DateField } from '@/components/form/date/date-field';
import { useDateSettings } from '@/components/form/date/date-settings';
import { SelectField, TextField } from '@/components/form/text-fields';
import type { Repeat } from '@/domain/repeats/repeat';
import { repeatChoices } from '@/domain/repeats/repeat-choices';
import { sayRepeat } from '@/domain/repeats/repeat-words';

type RepeatFieldsProps = {
	/** The day (YYYY-MM-DD) on which it is due, or empty. */
	day: string;
	/** The rule that it has already. */
	initial?: Repeat | null;
};

/** The names of these fields, for what shows the problems of all others. */
export const repeatFieldNames = ['repeats.weeks', 'repeats.until'];

/** The rule by which a follow-up repeats: how often, counted from when, and until when. The form gets it as `repeats`. */
export function RepeatFields({ day, initial = null }: RepeatFieldsProps) {
	const { style } = useDateSettings();
	const [name, setName] = useState(initial ? 'kept' : '');
	const [weeks, setWeeks] = useState('2');
	const [afterDone, setAfterDone] = useState(initial?.afterDone ?? false);
	const { until, afterDone: _, ...kept } = initial ?? {};
	const choices = [
		...(initial ? [{ name: 'kept', repeat: kept as Repeat }] : []),
		...(day ? repeatChoices(day, Number(weeks)) : []),
	];
	// another day may have no such rule, as the fifth Tuesday of a month is the last
	const others: Record<string, string> = { nth: 'last', last: 'nth', weekday: 'day' };
	const chosen = choices.find((each) => each.name === name) ?? choices.find((each) => each.name === others[name]);
	const repeat = chosen && { ...chosen.repeat, ...(afterDone && { afterDone }) };
	return (
		<div className="flex flex-wrap items-start gap-x-3 gap-y-2">
			<SelectField
				name="repeatChoice"
				label="Repeat"
				value={chosen?.name ?? ''}
				disabled={choices.length === 0}
				onChange={(event) => setName(event.target.value)}
				hint={choices.length === 0 && 'Enter a date to repeat this follow-up.'}
				fieldClassName="min-w-60 flex-1"
			>
				<option value="">Does not repeat</option>
				{choices.map((each) => (
					<option key={each.name} value={each.name}>
						{each.name === 'weeks' ? 'Every … weeks' : inSentenceCase(sayRepeat(each.repeat, style))}
					</option>
				))}
			</SelectField>
			{chosen?.name === 'weeks' && (
				<TextField
					name="repeats.weeks"
					label="Weeks"
					inputMode="numeric"
					maxLength={9}
					defaultValue={weeks}
					onChange={(event) => setWeeks(event.target.value)}
					fieldClassName="w-20"
				/>
			)}
			{repeat && (
				<>
					<DateField
						name="repeats.until"
						label="Until"
						leaning="future"
						min={day || undefined}
						defaultValue={until ?? ''}
						fieldClassName="w-40"
					/>
					<CheckboxField
						name="repeatsAfterDone"
						label="Repeat after it’s done"
						checked={afterDone}
						onCheckedChange={setAfterDone}
						fieldClassName="w-full"
					/>
				</>
			)}
			<input type="hidden" name="repeats" value={repeat ? JSON.stringify(repeat) : ''} />
		</div>
	);
}

const inSentenceCase = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** The rule that the form sends, with its last day; null for none. */
export function repeatIn(fields: Record<string, unknown>): unknown {
	const { repeats, 'repeats.until': until = '' } = fields;
	return typeof repeats === 'string' && repeats !== '' ? { ...JSON.parse(repeats), until } : null;
}
