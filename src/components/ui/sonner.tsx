'use client';

import { type CSSProperties, useEffect } from 'react';
import { Toaster as Sonner, type ToasterProps, toast } from 'sonner';
import { CircleAlertIcon, CircleCheckIcon, InfoIcon, LoaderCircleIcon, TriangleAlertIcon } from './icons';
import { toasterIsThere } from './toast';
import { useTheme } from './use-theme';

const colours = {
	'--normal-bg': 'var(--popover)',
	'--normal-text': 'var(--popover-foreground)',
	'--normal-border': 'var(--border)',
	'--border-radius': 'var(--radius)',
	fontFamily: 'inherit',
} as CSSProperties;

const classNames = {
	title: 'wrap-anywhere',
	description: 'wrap-anywhere text-muted-foreground!',
	actionButton: 'h-8! shrink-0! bg-primary! px-3! text-primary-foreground! pointer-coarse:h-10!',
	cancelButton: 'h-8! shrink-0! bg-secondary! px-3! text-secondary-foreground! pointer-coarse:h-10!',
};

/** Shows what `toast` says, in the page's theme. Once, in the layout of the signed-in part. */
export function Toaster(props: ToasterProps) {
	const theme = useTheme('system');
	// the effect of what listens for messages comes before
	useEffect(() => toasterIsThere(toast), []);
	return (
		<Sonner
			theme={theme}
			style={colours}
			icons={{
				success: <CircleCheckIcon className="size-4 text-success" />,
				info: <InfoIcon className="size-4 text-info" />,
				warning: <TriangleAlertIcon className="size-4 text-warning" />,
				error: <CircleAlertIcon className="size-4 text-destructive" />,
				loading: <LoaderCircleIcon className="size-4 motion-safe:animate-spin" />,
			}}
			toastOptions={{ classNames }}
			{...props}
		/>
	);
}
