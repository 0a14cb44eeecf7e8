// What several fields are called in other programs, the likeliest first, in English, Vietnamese and a few other languages.

/** The names of the labels of values that exports number. */
export const valueLabels = (noun: string) => `${noun} value label,${noun} value type,${noun} label,${noun} type`;

export const phoneNames =
	'phone number,telephone,tel,tel no,phone no,mobile,mobile phone,mobile number,mobile phone number,mobile no,cell,cell phone,cellphone,business phone,business phone number,work phone,phone work,office phone,phone office,phone mobile,home phone,phone home,phone other,other phone,direct phone,main phone,primary phone,primary phone number,secondary phone,person phone,phones primary phone number,hotline,switchboard,whatsapp,zalo phone,phone value,điện thoại,số điện thoại,điện thoại liên hệ,số điện thoại liên hệ,điện thoại di động,điện thoại cố định,sđt,sdt,số đt,sđt liên hệ,đt,đtdđ,di động,số di động,số máy,telefon,handy,mobil,téléphone,teléfono,celular';
export const emailNames =
	'e-mail,mail,email address,e-mail address,mail address,primary email,primary email address,secondary email,work email,email work,business email,home email,email home,personal email,email other,other email,additional email,alternate email,emails primary email,person email,e-mail value,thư điện tử,hộp thư,địa chỉ email,địa chỉ mail,email liên hệ,email công ty,correo,courriel';
export const linkNames =
	'linkedin,linkedin url,linkedin profile,linkedin link,profile url,url,website,web page,website value,website url,linkedin primary link url,trang web,trang cá nhân';
export const companyNames =
	'company,company names,account,account name,organization,organisation,organization name,organisation name,deal organization,associated company,associated company primary,primary associated company name,employer,firm,business,business name,company legal name,client company,related company,parent name,công ty,tên công ty,doanh nghiệp,tên doanh nghiệp,đơn vị,tên đơn vị,tên đơn vị công tác,cơ quan,nơi làm việc,đơn vị công tác,tổ chức,tên tổ chức,tên cty,cty,pháp nhân,firma,unternehmen,entreprise,société,empresa';
export const noteNames =
	'note,description,background,comment,comments,remarks,remark,about,internal notes,contact notes,ghi chú,mô tả,diễn giải,nhận xét,bemerkung,notizen';
export const tagColumnNames =
	'tag,label,labels,group membership,categories,category,groups,segments,nhãn,thẻ,nhóm,nhóm khách hàng,phân loại,loại khách hàng';

export const lostReasonNames =
	'closed lost reason,loss reason,reason lost,reason for loss,deal lost reason,reason for closing,lý do thua,lý do thất bại,lý do mất,lý do';

export const firstNames =
	'given name,firstname,first,forename,name first name,contact first name,tên,tên gọi,tên riêng,vorname,prénom,nombre';

export const middleNames = 'additional name,middle,second name,tên đệm,chữ đệm,đệm,tên lót,chữ lót';

export const lastNames =
	'family name,surname,lastname,last,name last name,contact last name,họ,họ và tên đệm,họ và chữ đệm,họ đệm,họ và tên lót,họ lót,nachname,nom de famille,apellido,apellidos';

/** What the contact person is called in a table of companies or deals, and what belongs to them. */
export const contactColumns = {
	name: 'contact,contact person,contact name,contact full name,contact person name,primary contact,main contact,primary contact name,key contact,representative,legal representative,authorized representative,người liên hệ,tên người liên hệ,họ tên người liên hệ,họ và tên người liên hệ,đầu mối liên hệ,đầu mối,người đại diện,tên người đại diện,người đại diện pháp luật,người đại diện theo pháp luật,đại diện pháp luật,đại diện,ansprechpartner,personne de contact,persona de contacto',
	email:
		'contact email,contact email address,contact e-mail,contact person email,person email,primary contact email,associated contact email,email người liên hệ,email người đại diện,thư người liên hệ',
	phone:
		'contact phone,contact phone number,contact mobile,contact tel,contact person phone,person phone,primary contact phone,điện thoại người liên hệ,sđt người liên hệ,số điện thoại người liên hệ,đt người liên hệ,di động người liên hệ,điện thoại người đại diện,sđt người đại diện,số điện thoại người đại diện',
	title:
		'contact title,contact job title,contact position,contact role,contact person title,person title,representative title,job title,chức danh,chức vụ,chức vụ người liên hệ,chức danh người liên hệ,chức vụ người đại diện,chức danh người đại diện',
};

/** What a company's details are called in a table of companies, and in one of contacts or deals beside it. */
export const companyColumns = {
	industry:
		'sector,branch,business type,line of business,ngành,ngành nghề,ngành nghề chính,ngành nghề kinh doanh,ngành nghề kinh doanh chính,ngành kinh doanh,ngành hàng,lĩnh vực,lĩnh vực hoạt động,lĩnh vực kinh doanh,branche,secteur',
	size: 'company size,employees,number of employees,no of employees,employee count,headcount,quy mô,quy mô nhân sự,số nhân viên,số lượng nhân viên,số lao động,mitarbeiter',
	website:
		'company website,company url,company web site,company domain name,company domain,organization website,account website,associated company domain,website công ty,trang web công ty',
	phone:
		'company phone,company phone number,company main phone,organization phone,account phone,điện thoại công ty,số điện thoại công ty,sđt công ty,đt công ty',
	email: 'company email,company email address,organization email,account email',
	address: 'company address,organization address,account address,địa chỉ công ty',
};
