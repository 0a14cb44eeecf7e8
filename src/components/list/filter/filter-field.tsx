'use client';

import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { NativeSelect } from '@/components/ui/native-select';
import { fitsField, type Operator, operatorsOf, validCondition } from '@/lib/list/conditions';
import type { ListField } from '@/lib/list/list-fields';
import { ChoiceValues } from './choice-values';
import { operatorName } from './condition-words';
import { DateValues } from './date-values';
import type { FilterFieldProps, ValuesProps } from './filter-editing';
import { NumberValues } from './number-values';
import { RecordValues } from './record-values';
import { TextValues } from './text-values';

/** After this time without a letter, what was typed applies; in milliseconds. */
const pause = 350;

/** The operators of a field and its values. */
export function FilterField({ name, field, condition, setup, counts, onChange, onDone }: FilterFieldProps) {
	'use no memo';
	const operators = operatorsOf(field);
	// a condition that its field can no longer have is asked for from the start
	const present = condition && fitsField(field, condition) ? condition : undefined;
	const [is, setIs] = useState<Operator>(present?.is ?? operators[0] ?? 'any');
	const [values, setValues] = useState(present?.values ?? []);
	const waiting = useRef<(() => void) | null>(null);
	const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

	function applyNow() {
		clearTimeout(timer.current);
		waiting.current?.();
		waiting.current = null;
	}

	// what was typed last applies when the editor closes, too
	useEffect(
		() => () => {
			clearTimeout(timer.current);
			waiting.current?.();
		},
		[],
	);

	function apply(
		operator: Operator,
		next: string[],
		{ later = false, names }: { later?: boolean; names?: Record<string, string> } = {},
	) {
		setIs(operator);
		setValues(next);
		clearTimeout(timer.current);
		const made = validCondition({ [name]: field }, { field: name, is: operator, values: next });
		waiting.current = () => {
			if (made || condition) onChange(made, names);
		};
		if (later) timer.current = setTimeout(applyNow, pause);
		else applyNow();
	}

	function onKeyDown(event: KeyboardEvent<HTMLElement>) {
		const isLine = event.target instanceof HTMLInputElement && event.target.type === 'text';
		if (event.key !== 'Enter' || event.defaultPrevented || !isLine || event.nativeEvent.isComposing) return;
		event.preventDefault();
		applyNow();
		onDone();
	}

	const hasValues = is !== 'empty' && is !== 'filled';
	const props: ValuesProps = { field, is, values, setup, counts, onValues: (next, how) => apply(is, next, how) };
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: the fields in it have the keys
		<div className="filter-editor" onKeyDown={onKeyDown}>
			{operators.length > 1 && (
				<NativeSelect
					aria-label={`${field.label}: operator`}
					value={is}
					onChange={(event) =>
						apply(event.target.value as Operator, keptValues(field, is, event.target.value as Operator, values))
					}
				>
					{operators.map((operator) => (
						<option key={operator} value={operator}>
							{operatorName(field, operator)}
						</option>
					))}
				</NativeSelect>
			)}
			{hasValues && <Values {...props} />}
		</div>
	);
}

function Values(props: ValuesProps) {
	const { kind, source } = props.field;
	if (kind === 'record' && source) return <RecordValues {...props} source={source} />;
	if (kind === 'choice' || kind === 'record' || kind === 'yes') return <ChoiceValues {...props} />;
	if (kind === 'text') return <TextValues {...props} />;
	return kind === 'date' ? <DateValues {...props} /> : <NumberValues {...props} />;
}

const dayOperators: Operator[] = ['on', 'before', 'after', 'from', 'until', 'between'];
const awayOperators: Operator[] = ['next', 'last', 'ago', 'ahead'];

/** The values that mean the same to another operator. */
function keptValues({ kind }: ListField, from: Operator, to: Operator, values: string[]): string[] {
	if (kind !== 'date') return values;
	const isAlike = [dayOperators, awayOperators].some((group) => group.includes(from) && group.includes(to));
	return isAlike ? values : [];
}
