'use client';

import { DropdownMenu as MenuPrimitive } from 'radix-ui';
import type { ComponentProps, Ref } from 'react';
import { cn } from '@/lib/cn';
import { panelClasses, rowClasses } from './menu-classes';

/** A menu. Not modal unless asked: a modal one hides the page from screen readers and locks scrolling for a list of actions. */
export function DropdownMenu({ modal = false, ...props }: ComponentProps<typeof MenuPrimitive.Root>) {
	return <MenuPrimitive.Root data-slot="dropdown-menu" modal={modal} {...props} />;
}

export function DropdownMenuTrigger(props: ComponentProps<typeof MenuPrimitive.Trigger>) {
	return <MenuPrimitive.Trigger data-slot="dropdown-menu-trigger" {...props} />;
}

/** In place of the trigger of a menu that is mounted open: it hangs on the element around it, such as its button. */
export function DropdownMenuAnchor({ ref }: { ref?: Ref<HTMLSpanElement> }) {
	return (
		<DropdownMenuTrigger asChild>
			<span ref={ref} aria-hidden tabIndex={-1} className="pointer-events-none absolute inset-0" />
		</DropdownMenuTrigger>
	);
}

/** The `ref` of such a menu's content: puts the focus on the first item, so that Enter and the arrow keys begin there. */
export function focusFirst(menu: HTMLElement | null) {
	if (menu) requestAnimationFrame(() => menu.querySelector<HTMLElement>('[role=menuitem]')?.focus());
}

export function DropdownMenuGroup(props: ComponentProps<typeof MenuPrimitive.Group>) {
	return <MenuPrimitive.Group data-slot="dropdown-menu-group" {...props} />;
}

/** Whether something else has taken the focus, such as what the next key opened. */
function isFocusElsewhere() {
	const { activeElement, body } = document;
	return activeElement !== null && activeElement !== body && activeElement.closest('[role=menu]') === null;
}

export function DropdownMenuContent({
	className,
	sideOffset = 4,
	onCloseAutoFocus,
	...props
}: ComponentProps<typeof MenuPrimitive.Content>) {
	return (
		// within the page's main region, so that no content stands outside of the landmarks
		<MenuPrimitive.Portal container={document.getElementById('main')}>
			<MenuPrimitive.Content
				data-slot="dropdown-menu-content"
				sideOffset={sideOffset}
				collisionPadding={8}
				onCloseAutoFocus={(event) => {
					if (isFocusElsewhere()) event.preventDefault();
					else onCloseAutoFocus?.(event);
				}}
				className={cn(
					panelClasses,
					'max-h-(--radix-dropdown-menu-content-available-height) min-w-40 max-w-[calc(100vw-1rem)] overflow-y-auto p-1 outline-none',
					className,
				)}
				{...props}
			/>
		</MenuPrimitive.Portal>
	);
}

interface DropdownMenuItemProps extends ComponentProps<typeof MenuPrimitive.Item> {
	variant?: 'default' | 'destructive';
}

export function DropdownMenuItem({ className, variant = 'default', ...props }: DropdownMenuItemProps) {
	return (
		<MenuPrimitive.Item
			data-slot="dropdown-menu-item"
			data-variant={variant}
			className={cn(
				rowClasses,
				'[&_svg]:text-muted-foreground',
				variant === 'destructive' &&
					'text-destructive data-[highlighted]:bg-destructive-soft data-[highlighted]:text-destructive-ink [&_svg]:text-current',
				className,
			)}
			{...props}
		/>
	);
}

export function DropdownMenuLabel({ className, ...props }: ComponentProps<typeof MenuPrimitive.Label>) {
	return (
		<MenuPrimitive.Label
			data-slot="dropdown-menu-label"
			className={cn('px-2 py-1.5 font-medium text-muted-foreground text-xs', className)}
			{...props}
		/>
	);
}

export function DropdownMenuSeparator({ className, ...props }: ComponentProps<typeof MenuPrimitive.Separator>) {
	return (
		<MenuPrimitive.Separator
			data-slot="dropdown-menu-separator"
			className={cn('-mx-1 my-1 h-px bg-border', className)}
			{...props}
		/>
	);
}
