/** The amount and the currency's code of a text such as "1500.00 USD", also of one as people type it; no code, no currency. */
export function amountAndCurrency(text: string): { amount: string; currency: string } {
	const code = text.slice(-3);
	if (!/^[A-Za-z]{3}$/.test(code)) return { amount: text.trim(), currency: '' };
	return { amount: text.slice(0, -3).trim(), currency: code };
}
