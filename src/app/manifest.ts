import type { MetadataRoute } from 'next';

/** What a browser needs to install MiniCRM as an app, with a badge on its icon. */
export default function manifest(): MetadataRoute.Manifest {
	return {
		...{
			id: '/',
			name: 'MiniCRM',
			short_name: 'MiniCRM',
			description: 'Companies, contacts, deals, and what to do today',
		},
		...{
			start_url: '/dashboard',
			scope: '/',
			display: 'standalone',
			background_color: '#fbfdfd',
			theme_color: '#005e63',
		},
		icons: [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
	};
}
