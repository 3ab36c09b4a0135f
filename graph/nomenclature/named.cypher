// title: What decisions about components say, cancelled ones too, since they name codes
// returns: {isi: what each says}
MATCH (k:Keputusan) WHERE k.jenis = 'komponen' AND k.urut > 0
RETURN k.isi AS isi
