'use client';

import { useId } from 'react';
import { MonitorIcon, MoonIcon, SunIcon } from '@/components/ui/icons';
import type { Theme } from '@/components/ui/theme';
import { changeTheme, useTheme } from '@/components/ui/use-theme';

const themes = [
	{ value: 'light', label: 'Light', icon: SunIcon },
	{ value: 'dark', label: 'Dark', icon: MoonIcon },
	{ value: 'system', label: 'System', icon: MonitorIcon },
] as const;

/** Light, dark or as the system says, in one row. */
export function ThemeChoice({ serverTheme }: { serverTheme: Theme }) {
	const theme = useTheme(serverTheme);
	const name = useId();
	return (
		<fieldset>
			<legend className="mb-1.5 font-medium text-muted-foreground text-xs">Theme</legend>
			<div className="grid grid-cols-3 gap-1 rounded-md bg-muted p-1">
				{themes.map(({ value, label, icon: Icon }) => (
					<label
						key={value}
						className="relative flex h-8 cursor-pointer items-center justify-center gap-1.5 rounded-sm border border-transparent font-medium text-muted-foreground text-xs has-checked:border-border has-checked:bg-card has-checked:text-foreground has-focus-visible:outline-2 has-focus-visible:outline-ring pointer-coarse:h-10"
					>
						<input
							type="radio"
							name={name}
							value={value}
							checked={theme === value}
							onChange={() => changeTheme(value)}
							className="absolute inset-0 cursor-pointer appearance-none opacity-0"
						/>
						<Icon className="size-3.5" />
						<span>{label}</span>
					</label>
				))}
			</div>
		</fieldset>
	);
}
