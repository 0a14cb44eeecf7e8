import { type ComponentProps, createRef, type ReactElement } from 'react';
import { expect, test, vi } from 'vitest';
import { Slot } from './slot';

type Rendered = ReactElement<ComponentProps<'a'>>;

test('the child keeps its own props and gets all others; classes are joined', () => {
	const { type, props } = Slot({
		className: 'button',
		title: 'Given',
		'aria-haspopup': 'dialog',
		children: (
			<a href="/companies" className="wide" title="Own">
				Companies
			</a>
		),
	}) as Rendered;
	expect(type).toBe('a');
	expect(props).toEqual({
		href: '/companies',
		className: 'button wide',
		title: 'Own',
		'aria-haspopup': 'dialog',
		children: 'Companies',
	});
});

test('both handlers of an event run, the child’s first, and both refs are set', () => {
	const calls: string[] = [];
	const given = createRef<HTMLElement>();
	const own = vi.fn();
	const { props } = Slot({
		ref: given,
		onClick: () => calls.push('given'),
		children: <button type="button" ref={own} onClick={() => calls.push('own')} />,
	}) as ReactElement<ComponentProps<'button'>>;
	props.onClick?.({} as never);
	expect(calls).toEqual(['own', 'given']);
	const element = {} as HTMLButtonElement;
	(props.ref as (element: HTMLButtonElement) => void)(element);
	expect(given.current).toBe(element);
	expect(own).toHaveBeenCalledWith(element);
});

test('a text has no props to take', () => {
	expect(() => Slot({ children: 'Companies' })).toThrow('one element');
});
