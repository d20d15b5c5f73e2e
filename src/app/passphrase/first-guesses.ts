/** What people choose first, and what anyone would try first in this trade. Lower case, digits and signs as typed. */
export const COMMON: readonly string[] = `
lösenord lösenord1 losenord password passord passwort passw0rd hemligt hemlig secret admin administrator
välkommen valkommen welcome letmein qwerty qwertyuiop asdfgh asdfghjkl zxcvbn abc123 abcdef 123456 1234567
12345678 123456789 1234567890 111111 000000 123123 654321 112233 121212 iloveyou monkey dragon sunshine
princess football superman batman master shadow hejsan hejhej hejhopp sommar vinter höst sverige sweden
stockholm göteborg malmö karlstad kommun kommunen kommunal socialtjänst socialtjänsten socialkontoret
socialsekreterare familjehem familjehemmet fosterbarn fosterhem återblick aterblick intervju intervjuare
samtal samtalsguide placering arbetsledare utbildare kontor kontoret surfplatta lösenfras losenfras passphrase
correct horse battery staple testtest test1234 changeme default januari februari mars april maj juni juli
augusti september oktober november december måndag tisdag onsdag torsdag fredag lördag söndag
`
  .trim()
  .split(/\s+/);
