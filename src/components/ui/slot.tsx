import { cloneElement, isValidElement, type ReactElement, type ReactNode, type Ref, type SyntheticEvent } from 'react';

type Props = Record<string, unknown>;

/**
 * Gives all of its props to its only child. Classes are joined, both refs are set, and of two handlers of one event the
 * child's comes first.
 */
export function Slot({ children, ...props }: Props & { children?: ReactNode }) {
	if (!isValidElement<Props>(children)) throw new Error('A slot needs one element to give its props to.');
	return cloneElement(children, merged(props, children));
}

function merged(given: Props, { props: own }: ReactElement<Props>): Props {
	const both: Props = { ...given, ...own };
	for (const name of Object.keys(own)) {
		if (given[name] === undefined) continue;
		if (name === 'className') both[name] = `${given[name]} ${own[name]}`;
		else if (name === 'ref') both[name] = bothRefs(given[name] as Ref<unknown>, own[name] as Ref<unknown>);
		else if (/^on[A-Z]/.test(name)) both[name] = inTurn(own[name] as Handler, given[name] as Handler);
	}
	return both;
}

type Handler = (event: SyntheticEvent) => void;

const inTurn = (first: Handler | undefined, second: Handler): Handler => {
	return (event) => {
		first?.(event);
		second(event);
	};
};

const bothRefs = (...refs: Ref<unknown>[]) => {
	return (element: unknown) => {
		for (const ref of refs) {
			if (typeof ref === 'function') ref(element);
			else if (ref) ref.current = element;
		}
	};
};
