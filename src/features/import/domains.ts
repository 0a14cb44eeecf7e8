/** Domains under which anybody has an address; they say nothing of a company. */
const freeMail = new Set(
	'gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com yahoo.com.vn ymail.com icloud.com me.com mac.com aol.com gmx.com gmx.de gmx.net web.de t-online.de mail.com mail.ru yandex.com yandex.ru proton.me protonmail.com zoho.com qq.com 163.com 126.com naver.com fpt.vn vnn.vn'.split(
		' ',
	),
);

/** The domain of a company's email address; null for one at which anybody has an address. */
export function domainOfEmail(email: string | null): string | null {
	const domain = email?.split('@').at(-1)?.toLowerCase() ?? null;
	return domain && !freeMail.has(domain) ? domain : null;
}

/** The domain of a website without its www. */
export function domainOfWebsite(website: string | null): string | null {
	return (website && URL.parse(website)?.hostname.replace(/^www\./, '')) || null;
}
