/** Names under which one provider has a domain in many countries, and these countries' endings. */
const providersOfManyCountries = [
	'yahoo',
	'hotmail',
	'outlook',
	'live',
	'gmx',
	'yandex',
	'msn',
	'windowslive',
	'ymail',
];
const countryEndings =
	'com,net,org,fr,de,it,es,nl,be,at,ch,ie,pt,gr,dk,se,no,fi,pl,cz,hu,ro,ru,ua,by,kz,co.uk,co.jp,co.in,co.id,co.kr,co.th,co.nz,co.za,co.il,com.au,com.br,com.mx,com.ar,com.co,com.pe,com.tr,com.sg,com.my,com.ph,com.hk,com.tw,com.vn,com.cn,in,jp,ca,cl,vn,sg,my,ph,hk,cn,us,eu,asia'.split(
		',',
	);

/** Further providers of mail and access, country by country. */
const moreProviders =
	'dbmail.com,aliceadsl.fr,voila.fr,cegetel.net,t-online.at,gmx.at,inode.at,utanet.at,vtxmail.ch,bluemail.ch,scarlet.be,pandora.be,upcmail.nl,casema.nl,quicknet.nl,tele2.nl,inwind.it,iol.it,aruba.it,pec.it,ono.com,euskaltel.net,netcabo.pt,mail.telepac.pt,clix.pt,forthnet.gr,hol.gr,mail.dk,tdcadsl.dk,telenor.no,broadpark.no,bredband.net,tele2.se,kolumbus.fi,elisanet.fi,luukku.com,volny.cz,tiscali.cz,atlas.cz,upcmail.cz,vp.pl,op.pl,tlen.pl,t-online.hu,indamail.hu,upcmail.hu,siol.net,t-2.net,net.hr,inet.hr,sbb.rs,eunet.rs,dir.bg,internode.on.net,tpg.com.au,slingshot.co.nz,mweb.co.za,telkomsa.net,vodamail.co.za,hinet.net,seed.net.tw,netvigator.com,singnet.com.sg,starhub.net.sg,streamyx.com,pldtdsl.net,telkom.net,bsnl.in,sify.com,airtelmail.in,biglobe.ne.jp,ocn.ne.jp,plala.or.jp,so-net.ne.jp,au.com,kakao.com,korea.com,263.net,21cn.com,tom.com,ttnet.net.tr,mynet.com,walla.com,walla.co.il,netvision.net.il,bezeqint.net,windstream.net,centurylink.net,q.com,roadrunner.com,suddenlink.net,netzero.net,bell.net,cogeco.ca,eastlink.ca,infinitummail.com,speedy.com.ar,fibertel.com.ar,arnet.com.ar,oi.com.br,r7.com,vtr.net,une.net.co'.split(
		',',
	);

/** Domains at which anyone can have an address or a page: two companies that share one of them need not be the same. */
export const sharedDomains = [
	...providersOfManyCountries.flatMap((name) => countryEndings.map((ending) => `${name}.${ending}`)),
	...[
		'gmail.com',
		'googlemail.com',
		'rocketmail.com',
		'icloud.com',
		'me.com',
		'mac.com',
		'aol.com',
		'aol.de',
		'aol.fr',
	],
	...['aol.co.uk', 'aim.com', 'web.de', 'mail.com', 'email.com', 'usa.com', 'mail.ru', 'bk.ru', 'list.ru', 'inbox.ru'],
	...['rambler.ru', 'ya.ru', 'ukr.net', 'i.ua', 'zoho.com', 'zohomail.com', 'proton.me', 'protonmail.com', 'pm.me'],
	...['fastmail.com', 'fastmail.fm', 'tutanota.com', 'tuta.io', 'tuta.com', 'hey.com', 'hushmail.com', 'inbox.com'],
	...['inbox.lv', 'mailbox.org', 'posteo.de', 'duck.com', 'gmx.info', 'qq.com', 'foxmail.com', '163.com', '126.com'],
	...['yeah.net', 'sina.com', 'sina.cn', 'sohu.com', 'aliyun.com', '139.com', '189.cn', 'naver.com', 'daum.net'],
	...['hanmail.net', 'nate.com', 'rediffmail.com', 'docomo.ne.jp', 'ezweb.ne.jp', 'softbank.ne.jp', 'nifty.com'],
	// providers of access, at which firms have addresses too
	...[
		'orange.fr',
		'wanadoo.fr',
		'free.fr',
		'sfr.fr',
		'neuf.fr',
		'laposte.net',
		'bbox.fr',
		'numericable.fr',
		'club-internet.fr',
	],
	...['t-online.de', 'freenet.de', 'arcor.de', '1und1.de', 'vodafone.de', 'online.de', 'kabelmail.de', 'o2online.de'],
	...[
		'bluewin.ch',
		'hispeed.ch',
		'sunrise.ch',
		'a1.net',
		'aon.at',
		'chello.at',
		'telenet.be',
		'skynet.be',
		'proximus.be',
	],
	...[
		'ziggo.nl',
		'kpnmail.nl',
		'planet.nl',
		'home.nl',
		'xs4all.nl',
		'hetnet.nl',
		'libero.it',
		'virgilio.it',
		'alice.it',
	],
	...[
		'tin.it',
		'tiscali.it',
		'tim.it',
		'fastwebnet.it',
		'telefonica.net',
		'terra.es',
		'movistar.es',
		'sapo.pt',
		'otenet.gr',
	],
	...[
		'seznam.cz',
		'email.cz',
		'centrum.cz',
		'post.cz',
		'azet.sk',
		'zoznam.sk',
		'wp.pl',
		'o2.pl',
		'onet.pl',
		'interia.pl',
	],
	...[
		'gazeta.pl',
		'poczta.onet.pl',
		'freemail.hu',
		'citromail.hu',
		'abv.bg',
		'mail.bg',
		'telia.com',
		'comhem.se',
		'spray.se',
	],
	...['online.no', 'btinternet.com', 'btopenworld.com', 'sky.com', 'virginmedia.com', 'ntlworld.com', 'talktalk.net'],
	...['blueyonder.co.uk', 'tiscali.co.uk', 'eircom.net', 'comcast.net', 'verizon.net', 'att.net', 'sbcglobal.net'],
	...[
		'bellsouth.net',
		'cox.net',
		'charter.net',
		'earthlink.net',
		'juno.com',
		'optonline.net',
		'frontier.com',
		'shaw.ca',
	],
	...['rogers.com', 'sympatico.ca', 'videotron.ca', 'telus.net', 'bigpond.com', 'bigpond.net.au', 'optusnet.com.au'],
	...[
		'iinet.net.au',
		'xtra.co.nz',
		'uol.com.br',
		'bol.com.br',
		'terra.com.br',
		'ig.com.br',
		'globo.com',
		'prodigy.net.mx',
	],
	...[
		'vnn.vn',
		'fpt.vn',
		'viettel.vn',
		'hcm.vnn.vn',
		'hn.vnn.vn',
		'hcm.fpt.vn',
		'hn.fpt.vn',
		'dng.vnn.vn',
		'vdc.com.vn',
	],
	...['netnam.vn', 'hn.netnam.vn', 'hcmc.netnam.vn', 'saigonnet.vn', 'viettel.com.vn', 'vnpt.vn', 'zing.vn'],
	...moreProviders,
	// pages of companies on other people's websites
	...['facebook.com', 'fb.com', 'm.facebook.com', 'zalo.me', 'instagram.com', 'linkedin.com', 'youtube.com'],
	...['tiktok.com', 'x.com', 'twitter.com', 'shopee.vn', 'lazada.vn', 'tiki.vn', 'alibaba.com', 'sites.google.com'],
];

const shared = new Set(sharedDomains);
/** The Vietnamese providers have a domain for each province: hcm.fpt.vn, dng.vnn.vn. */
const ofProvince = /^[a-z]{2,5}\.(?:vnn|fpt|viettel|netnam)\.vn$/;

/** The domain of an email address as it was typed, in ASCII; null where it has none, or a shared one. */
export function domainOfEmail(email: string): string | null {
	const domain = /^[^@\s]+@([^@\s]+)$/.exec(email)?.[1]?.toLowerCase();
	return ownDomain(domain && (URL.parse(`https://${domain}`)?.hostname ?? domain));
}

/** A domain that says whose it is; null for a shared one. */
export function ownDomain(domain: string | null | undefined): string | null {
	return domain && /^[^.]+(\.[^.]+)+$/.test(domain) && !shared.has(domain) && !ofProvince.test(domain) ? domain : null;
}
