console.log('Hello, Wörld! 123'.toUpperCase(), 'Hello, WÖRLD!'.toLowerCase(), 'straße'.toUpperCase(), 'ÿ µ'.toUpperCase(), '×÷'.toLowerCase());
console.log('čšžřů ąęłńóśźż őű'.toUpperCase(), 'ČŠŽŘŮ ĄĘŁŃÓŚŹŻ ŐŰ'.toLowerCase(), 'ğışİI'.toLowerCase(), 'ıſŉ'.toUpperCase());
console.log('καλημέρα κόσμε'.toUpperCase(), 'ΟΔΥΣΣΕΥΣ ΚΑΛΗΜΈΡΑ Σ'.toLowerCase(), 'ΐΰ'.toUpperCase(), 'ώύόίήέάϊϋ'.toUpperCase());
console.log('привет мир ёжик ґєії'.toUpperCase(), 'ПРИВЕТ МИР ЁЖИК ҐЄІЇ'.toLowerCase());
console.log('tiếng việt ơư'.toUpperCase(), 'ẞ'.toLowerCase(), 'șț'.toUpperCase(), '日本語 😀'.toUpperCase());
console.log(''.toUpperCase(), 'a'.toUpperCase(), 'Z'.toLowerCase(), '[`{@'.toUpperCase() + '[`{@'.toLowerCase());
const word = 'naïve café';
console.log(word.split(' ').map((w) => w.charAt(0).toUpperCase() + w.slice(1)).join(' '), word.toUpperCase().toLowerCase() === word);
