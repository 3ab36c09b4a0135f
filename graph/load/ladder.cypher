// title: The ladder of a kind of unit, top first
// params: {jenis: kind of unit}
// returns: {urut: number of the step, tingkat: level, alias: other words for it, komponen: planning component, kelas_jabatan: class of position}
MATCH (j:Jenjang {jenis_unit: $jenis})
RETURN j.urut AS urut, j.tingkat AS tingkat, coalesce(j.alias, []) AS alias, coalesce(j.komponen, '') AS komponen,
       coalesce(j.kelas_jabatan, '') AS kelas_jabatan
ORDER BY urut
