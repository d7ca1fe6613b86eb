const start = millis();
delay(250);
console.log(millis() - start);
delay(0.5);
const before = micros();
delay(10);
console.log(micros() - before >= 10000);
