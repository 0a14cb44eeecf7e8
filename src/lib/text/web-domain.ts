/** Domains at which anyone can have an address or a page: two companies that share one of them need not be the same. */
export const sharedDomains = [
	...['gmail.com', 'googlemail.com', 'yahoo.com', 'yahoo.com.vn', 'ymail.com', 'rocketmail.com'],
	...['outlook.com', 'outlook.com.vn', 'hotmail.com', 'live.com', 'msn.com', 'icloud.com', 'me.com', 'mac.com'],
	...[
		'aol.com',
		'gmx.com',
		'gmx.de',
		'gmx.net',
		'web.de',
		'mail.com',
		'mail.ru',
		'yandex.com',
		'yandex.ru',
		'zoho.com',
	],
	...['proton.me', 'protonmail.com', 'fastmail.com', 'tutanota.com', 'qq.com', '163.com', '126.com', 'naver.com'],
	...['vnn.vn', 'hcm.vnn.vn', 'hn.vnn.vn', 'fpt.vn', 'viettel.vn'],
	// pages of companies on other people's websites
	...['facebook.com', 'fb.com', 'm.facebook.com', 'zalo.me', 'instagram.com', 'linkedin.com', 'youtube.com'],
	...['tiktok.com', 'x.com', 'twitter.com', 'shopee.vn', 'lazada.vn', 'tiki.vn', 'alibaba.com', 'sites.google.com'],
];

/** The domain of an email address as it was typed, in ASCII; null where it has none, or a shared one. */
export function domainOfEmail(email: string): string | null {
	const domain = /^[^@\s]+@([^@\s]+)$/.exec(email)?.[1]?.toLowerCase();
	return ownDomain(domain && (URL.parse(`https://${domain}`)?.hostname ?? domain));
}

/** A domain that says whose it is; null for a shared one. */
export function ownDomain(domain: string | null | undefined): string | null {
	return domain && /^[^.]+(\.[^.]+)+$/.test(domain) && !sharedDomains.includes(domain) ? domain : null;
}
