// title: Remember whether the examples are wanted; like the revision this is no content
// params: {keadaan: "diminta, dimuat or dibuang"}
MERGE (m:Meta {kode: 'graf'})
SET m.contoh = $keadaan
