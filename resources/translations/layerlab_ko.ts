<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>ColumnRoles</name>
    <message>
        <source>target</source>
        <translation>목표</translation>
    </message>
    <message>
        <source>feature</source>
        <translation>특성</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>사용 안 함</translation>
    </message>
    <message>
        <source>Role of %1</source>
        <translation>%1의 역할</translation>
    </message>
    <message>
        <source>Type of %1</source>
        <translation>%1의 유형</translation>
    </message>
</context>
<context>
    <name>Core</name>
    <message>
        <source>the table is too large for the memory set aside for it: more than %1 rows; leave out columns or rows</source>
        <translation>표가 할당된 메모리에 비해 너무 큽니다(%1행 초과). 열이나 행을 줄이세요</translation>
    </message>
    <message>
        <source>this row has %1 fields, expected %2; a field that contains the delimiter must stand in quotes</source>
        <translation>이 행의 필드는 %1개인데 %2개여야 합니다. 구분 기호가 들어 있는 필드는 따옴표로 묶어야 합니다</translation>
    </message>
    <message>
        <source>the file was not found; check its name</source>
        <translation>파일을 찾을 수 없습니다. 이름을 확인하세요</translation>
    </message>
    <message>
        <source>the file was not found: a part of its path is not a folder</source>
        <translation>파일을 찾을 수 없습니다. 경로의 일부가 폴더가 아닙니다</translation>
    </message>
    <message>
        <source>permission denied: the file may not be read</source>
        <translation>권한이 없어 파일을 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>the file cannot be opened: its links lead in a circle</source>
        <translation>파일을 열 수 없습니다. 링크가 순환합니다</translation>
    </message>
    <message>
        <source>the file cannot be opened: its name is too long</source>
        <translation>파일을 열 수 없습니다. 이름이 너무 깁니다</translation>
    </message>
    <message>
        <source>the file cannot be opened: %1</source>
        <translation>파일을 열 수 없습니다: %1</translation>
    </message>
    <message>
        <source>this is a folder (directory), not a file; open a file in it</source>
        <translation>파일이 아니라 폴더(디렉터리)입니다. 그 안의 파일을 여세요</translation>
    </message>
    <message>
        <source>this is a pipe, not a regular file; save its data first</source>
        <translation>일반 파일이 아니라 파이프입니다. 먼저 데이터를 파일로 저장하세요</translation>
    </message>
    <message>
        <source>this is a socket, not a regular file</source>
        <translation>일반 파일이 아니라 소켓입니다</translation>
    </message>
    <message>
        <source>this is a device, not a regular file</source>
        <translation>일반 파일이 아니라 장치입니다</translation>
    </message>
    <message>
        <source>the file was changed while it was being read; open it again when the other program is done</source>
        <translation>읽는 동안 파일이 변경되었습니다. 다른 프로그램의 작업이 끝나면 다시 여세요</translation>
    </message>
    <message>
        <source>the file is too large (more than 4 GiB)</source>
        <translation>파일이 너무 큽니다(4 GiB 초과)</translation>
    </message>
    <message>
        <source>the file cannot be read: %1</source>
        <translation>파일을 읽을 수 없습니다: %1</translation>
    </message>
    <message>
        <source>this is %1, not a CSV text file; open it in its own program and save the table as CSV</source>
        <translation>CSV 텍스트 파일이 아니라 %1입니다. 해당 프로그램에서 열어 표를 CSV로 저장하세요</translation>
    </message>
    <message>
        <source>unknown encoding &apos;%1&apos;; use utf-8, utf-16le, utf-16be, cp949 or windows-1252</source>
        <translation>알 수 없는 인코딩 &apos;%1&apos;입니다. utf-8, utf-16le, utf-16be, cp949, windows-1252 중 하나를 사용하세요</translation>
    </message>
    <message>
        <source>this is not a text file (it contains NUL or other binary control bytes); save the table as CSV</source>
        <translation>텍스트 파일이 아닙니다(NUL 또는 다른 이진 제어 바이트가 있습니다). 표를 CSV로 저장하세요</translation>
    </message>
    <message>
        <source>the file is empty: it has no data</source>
        <translation>파일이 비어 있어 데이터가 없습니다</translation>
    </message>
    <message>
        <source>column &apos;%1&apos; has only one value</source>
        <translation>열 &apos;%1&apos;에 값이 한 가지뿐입니다</translation>
    </message>
    <message>
        <source>column &apos;%1&apos; has %2 infinite value(s), the first in row %3; they count as missing</source>
        <translation>열 &apos;%1&apos;에 무한대 값이 %2개 있으며 첫 번째는 %3행입니다. 결측값으로 처리합니다</translation>
    </message>
    <message>
        <source>column &apos;%1&apos; is mostly numbers but became text: row %2 has &apos;%3&apos;; correct that cell</source>
        <translation>열 &apos;%1&apos;은(는) 대부분 숫자이지만 텍스트가 되었습니다. %2행에 &apos;%3&apos;이(가) 있으니 그 셀을 고치세요</translation>
    </message>
    <message>
        <source>column &apos;%1&apos; has numbers with leading zeros; they are kept as text, as identifiers</source>
        <translation>열 &apos;%1&apos;에 0으로 시작하는 숫자가 있습니다. 식별자로 보고 텍스트로 유지합니다</translation>
    </message>
    <message>
        <source>column &apos;%1&apos; has %2 different texts; a network can hardly learn from them</source>
        <translation>열 &apos;%1&apos;에 서로 다른 텍스트가 %2개 있습니다. 신경망이 여기서 배우기는 어렵습니다</translation>
    </message>
    <message>
        <source>the file has no data: all its rows are empty</source>
        <translation>파일에 데이터가 없습니다. 모든 행이 비어 있습니다</translation>
    </message>
    <message>
        <source>reading was cancelled</source>
        <translation>읽기를 취소했습니다</translation>
    </message>
    <message>
        <source>delimiter &apos;%1&apos; cannot be used; use comma, semicolon, tab, pipe, space or one other ASCII character</source>
        <translation>구분 기호 &apos;%1&apos;은(는) 사용할 수 없습니다. 쉼표, 세미콜론, 탭, 파이프, 공백 또는 다른 ASCII 문자 하나를 사용하세요</translation>
    </message>
    <message>
        <source>the text is not valid %1 here (damaged encoding); save the file as UTF-8 again</source>
        <translation>이 위치의 텍스트는 올바른 %1이(가) 아닙니다(인코딩 손상). 파일을 UTF-8로 다시 저장하세요</translation>
    </message>
    <message>
        <source>this row is too large (more than 64 MiB); perhaps a quote (&quot;) is opened in it and never closed</source>
        <translation>이 행이 너무 큽니다(64 MiB 초과). 열린 따옴표(&quot;)가 닫히지 않았을 수 있습니다</translation>
    </message>
    <message>
        <source>the encoding was guessed to be %1; choose another one if letters look wrong</source>
        <translation>인코딩을 %1(으)로 추정했습니다. 글자가 이상하면 다른 인코딩을 고르세요</translation>
    </message>
    <message>
        <source>%1 title line(s) above the table were skipped</source>
        <translation>표 위의 제목 줄 %1개를 건너뛰었습니다</translation>
    </message>
    <message>
        <source>%1 comment line(s) above the table were skipped</source>
        <translation>표 위의 주석 줄 %1개를 건너뛰었습니다</translation>
    </message>
    <message>
        <source>%1 blank row(s) were skipped, the first is row %2</source>
        <translation>빈 행 %1개를 건너뛰었습니다. 첫 번째는 %2행입니다</translation>
    </message>
    <message>
        <source>%1 row(s) have too few fields, the first is row %2; what is not there counts as missing</source>
        <translation>행 %1개에 필드가 부족하며 첫 번째는 %2행입니다. 없는 값은 결측값으로 처리합니다</translation>
    </message>
    <message>
        <source>%1 row(s) end with additional empty fields, the first is row %2; they were left out</source>
        <translation>행 %1개의 끝에 빈 필드가 더 있으며 첫 번째는 %2행입니다. 그 필드는 제외했습니다</translation>
    </message>
    <message>
        <source>the file has names of columns but no data rows</source>
        <translation>파일에 열 이름만 있고 데이터 행이 없습니다</translation>
    </message>
    <message>
        <source>no delimiter was found, so the table has one column; choose the delimiter if this is wrong</source>
        <translation>구분 기호를 찾지 못해 표의 열이 하나뿐입니다. 잘못되었다면 구분 기호를 고르세요</translation>
    </message>
    <message>
        <source>column %1 has neither a name nor a value and was left out</source>
        <translation>%1번째 열은 이름도 값도 없어 제외했습니다</translation>
    </message>
    <message>
        <source>column &apos;%1&apos; has no value</source>
        <translation>열 &apos;%1&apos;에 값이 없습니다</translation>
    </message>
    <message>
        <source>the file has no data: no column has a name or a value</source>
        <translation>파일에 데이터가 없습니다. 이름이나 값이 있는 열이 없습니다</translation>
    </message>
    <message>
        <source>%1 column name(s) stood there more than once and got a number</source>
        <translation>중복된 열 이름 %1개에 번호를 붙였습니다</translation>
    </message>
    <message>
        <source>a quote (&quot;) is opened here and never closed; close it, or double it if it belongs to the text</source>
        <translation>여기서 열린 따옴표(&quot;)가 닫히지 않았습니다. 닫거나, 텍스트의 일부라면 두 번 쓰세요</translation>
    </message>
    <message>
        <source>there is text directly after a closing quote (&quot;); a quote inside a quoted field must be doubled</source>
        <translation>닫는 따옴표(&quot;) 바로 뒤에 텍스트가 있습니다. 따옴표로 묶은 필드 안의 따옴표는 두 번 써야 합니다</translation>
    </message>
    <message>
        <source>the table is too large: more than %1 columns</source>
        <translation>표가 너무 큽니다(%1열 초과)</translation>
    </message>
    <message>
        <source>the table has %1 data row(s); learning needs at least two</source>
        <translation>표의 데이터 행이 %1개입니다. 학습하려면 적어도 2개가 필요합니다</translation>
    </message>
    <message>
        <source>only %1 of %2 rows have no missing value; learning needs at least two: fill missing inputs with --missing mean, or leave out columns with many of them</source>
        <translation>%2행 중 %1행만 결측값이 없습니다. 학습하려면 적어도 2행이 필요합니다. --missing mean으로 결측 입력을 채우거나 결측값이 많은 열을 제외하세요</translation>
    </message>
    <message>
        <source>all complete rows have the same class &apos;%1&apos; in the target column &apos;%2&apos;; fill missing inputs with --missing mean</source>
        <translation>결측값이 없는 행이 모두 목표 열 &apos;%2&apos;에서 같은 클래스 &apos;%1&apos;입니다. --missing mean으로 결측 입력을 채우세요</translation>
    </message>
    <message>
        <source>the data are too large to train on: %1 rows with %2 inputs and outputs</source>
        <translation>데이터가 너무 커서 훈련할 수 없습니다: %1행, 입력과 출력 %2개</translation>
    </message>
    <message>
        <source>a stratified split needs classes; use the split &apos;random&apos; or &apos;last&apos; here</source>
        <translation>층화 분할에는 클래스가 필요합니다. 여기서는 &apos;random&apos; 또는 &apos;last&apos; 분할을 사용하세요</translation>
    </message>
    <message>
        <source>column &apos;%1&apos; is missing; the model needs it as an input</source>
        <translation>열 &apos;%1&apos;이(가) 없습니다. 모델의 입력으로 필요합니다</translation>
    </message>
    <message>
        <source>there is no column &apos;%1&apos;; the columns are %2</source>
        <translation>열 &apos;%1&apos;이(가) 없습니다. 있는 열: %2</translation>
    </message>
    <message>
        <source>no target is chosen; the columns are %1</source>
        <translation>목표를 고르지 않았습니다. 있는 열: %1</translation>
    </message>
    <message>
        <source>the table has no data rows to learn from</source>
        <translation>표에 학습할 데이터 행이 없습니다</translation>
    </message>
    <message>
        <source>column &apos;%1&apos; is named twice as a target</source>
        <translation>열 &apos;%1&apos;을(를) 목표로 두 번 지정했습니다</translation>
    </message>
    <message>
        <source>the target column &apos;%1&apos; has no value</source>
        <translation>목표 열 &apos;%1&apos;에 값이 없습니다</translation>
    </message>
    <message>
        <source>with several targets all must be numbers, but column &apos;%1&apos; is text</source>
        <translation>목표가 여러 개이면 모두 숫자여야 하지만 열 &apos;%1&apos;은(는) 텍스트입니다</translation>
    </message>
    <message>
        <source>classification with several targets needs the values 0 and 1, but column &apos;%1&apos; has others</source>
        <translation>목표가 여러 개인 분류에는 0과 1 값이 필요하지만 열 &apos;%1&apos;에 다른 값이 있습니다</translation>
    </message>
    <message>
        <source>the target column &apos;%1&apos; has only one class; classification needs at least two</source>
        <translation>목표 열 &apos;%1&apos;에 클래스가 하나뿐입니다. 분류하려면 적어도 2개가 필요합니다</translation>
    </message>
    <message>
        <source>the target column &apos;%1&apos; has %2 classes in %3 rows: it looks like an identifier, not like classes</source>
        <translation>목표 열 &apos;%1&apos;에는 %3행에 클래스가 %2개 있습니다. 클래스가 아니라 식별자로 보입니다</translation>
    </message>
    <message>
        <source>the target column &apos;%1&apos; has more than %2 classes, too many for a classification</source>
        <translation>목표 열 &apos;%1&apos;의 클래스가 %2개를 넘어 분류하기에 너무 많습니다</translation>
    </message>
    <message>
        <source>the target column &apos;%1&apos; is text; regression needs numbers</source>
        <translation>목표 열 &apos;%1&apos;은(는) 텍스트입니다. 회귀에는 숫자가 필요합니다</translation>
    </message>
    <message>
        <source>column &apos;%1&apos; has %2 different texts, more than the %3 an input may have; ignore it or group its values</source>
        <translation>열 &apos;%1&apos;에 서로 다른 텍스트가 %2개 있어 입력의 한도 %3개를 넘습니다. 이 열을 무시하거나 값을 묶으세요</translation>
    </message>
    <message>
        <source>no input column is left beside the target: %1</source>
        <translation>목표 외에 남은 입력 열이 없습니다: %1</translation>
    </message>
    <message>
        <source>there is no input column beside the target</source>
        <translation>목표 외에 입력 열이 없습니다</translation>
    </message>
    <message>
        <source>val-split %1 of %2 rows leaves no row to train on; choose a smaller val-split</source>
        <translation>val-split %1(전체 %2행)에서는 훈련할 행이 남지 않습니다. 더 작은 val-split을 고르세요</translation>
    </message>
    <message>
        <source>val-split %1 of %2 rows leaves no row to validate with; choose a larger val-split, or 0</source>
        <translation>val-split %1(전체 %2행)에서는 검증할 행이 남지 않습니다. 더 큰 val-split 또는 0을 고르세요</translation>
    </message>
    <message>
        <source>the learning rate (lr) must be above 0 and finite, not %1</source>
        <translation>학습률(lr)은 0보다 큰 유한한 값이어야 합니다(현재 %1)</translation>
    </message>
    <message>
        <source>optimizer: beta_1, beta_2, momentum and rho must be in [0, 1), not %1</source>
        <translation>옵티마이저: beta_1, beta_2, momentum, rho는 [0, 1) 범위여야 합니다(현재 %1)</translation>
    </message>
    <message>
        <source>optimizer: epsilon, weight_decay, clipnorm and initial_accumulator_value must be 0 or more, not %1</source>
        <translation>옵티마이저: epsilon, weight_decay, clipnorm, initial_accumulator_value는 0 이상이어야 합니다(현재 %1)</translation>
    </message>
    <message>
        <source>epochs must be at least 1, not %1</source>
        <translation>에포크(epochs)는 1 이상이어야 합니다(현재 %1)</translation>
    </message>
    <message>
        <source>the batch size (batch) must be at least 1, not %1</source>
        <translation>배치 크기(batch)는 1 이상이어야 합니다(현재 %1)</translation>
    </message>
    <message>
        <source>huber: delta must be above 0, not %1</source>
        <translation>huber: delta는 0보다 커야 합니다(현재 %1)</translation>
    </message>
    <message>
        <source>a callback has a setting out of range (patience, min_delta, factor in (0, 1), cooldown, min_lr)</source>
        <translation>콜백 설정이 범위를 벗어났습니다(patience, min_delta, (0, 1) 범위의 factor, cooldown, min_lr)</translation>
    </message>
    <message>
        <source>there are no rows to train on</source>
        <translation>훈련할 행이 없습니다</translation>
    </message>
    <message>
        <source>the output layer has %1 units, but the target needs %2; set the units of the last layer to %2</source>
        <translation>출력층의 노드 수는 %1개인데 목표에는 %2개가 필요합니다. 마지막 층의 노드 수를 %2(으)로 설정하세요</translation>
    </message>
    <message>
        <source>inputs and targets have different sizes</source>
        <translation>입력과 목표의 크기가 다릅니다</translation>
    </message>
    <message>
        <source>there is no such file or folder</source>
        <translation>그런 파일이나 폴더가 없습니다</translation>
    </message>
    <message>
        <source>a part of the path is a file, not a folder</source>
        <translation>경로의 일부가 폴더가 아니라 파일입니다</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>권한이 없습니다</translation>
    </message>
    <message>
        <source>this is a folder, not a file</source>
        <translation>파일이 아니라 폴더입니다</translation>
    </message>
    <message>
        <source>there is no space left on the disk</source>
        <translation>디스크에 남은 공간이 없습니다</translation>
    </message>
    <message>
        <source>this place is read-only</source>
        <translation>이 위치는 읽기 전용입니다</translation>
    </message>
    <message>
        <source>the name is too long</source>
        <translation>이름이 너무 깁니다</translation>
    </message>
    <message>
        <source>too many links lead around in a circle</source>
        <translation>링크가 너무 많이 순환합니다</translation>
    </message>
    <message>
        <source>the file would be larger than is allowed</source>
        <translation>파일이 허용된 크기를 넘습니다</translation>
    </message>
    <message>
        <source>the disk reports an error</source>
        <translation>디스크에서 오류가 발생했습니다</translation>
    </message>
    <message>
        <source>system error %1</source>
        <translation>시스템 오류 %1</translation>
    </message>
    <message>
        <source>not a regular file (a pipe, a socket or a device)</source>
        <translation>일반 파일이 아닙니다(파이프, 소켓 또는 장치)</translation>
    </message>
    <message>
        <source>the file is too large (limit: %1 MiB)</source>
        <translation>파일이 너무 큽니다(한도: %1 MiB)</translation>
    </message>
    <message>
        <source>not valid JSON (damaged or cut off?) at line %1, character %2</source>
        <translation>올바른 JSON이 아닙니다(손상되었거나 잘렸나요?): %1번째 줄, %2번째 문자</translation>
    </message>
    <message>
        <source>brackets are nested deeper than %1 levels</source>
        <translation>괄호가 %1단계보다 깊게 중첩되었습니다</translation>
    </message>
    <message>
        <source>the file holds more values than LayerLab can read</source>
        <translation>파일에 LayerLab이 읽을 수 있는 것보다 많은 값이 있습니다</translation>
    </message>
    <message>
        <source>not valid JSON: a number is too large</source>
        <translation>올바른 JSON이 아닙니다. 숫자가 너무 큽니다</translation>
    </message>
    <message>
        <source>not a LayerLab project or model</source>
        <translation>LayerLab 프로젝트나 모델이 아닙니다</translation>
    </message>
    <message>
        <source>%1 must be an object {...}</source>
        <translation>%1은(는) 객체 {...}여야 합니다</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is not known</source>
        <translation>%1: &quot;%2&quot;은(는) 알 수 없는 값입니다</translation>
    </message>
    <message>
        <source>%1 must be true or false</source>
        <translation>%1은(는) true 또는 false여야 합니다</translation>
    </message>
    <message>
        <source>%1 must be a number</source>
        <translation>%1은(는) 숫자여야 합니다</translation>
    </message>
    <message>
        <source>%1 must be a whole number from %2 to %3, not %4</source>
        <translation>%1은(는) %2부터 %3까지의 정수여야 합니다(현재 %4)</translation>
    </message>
    <message>
        <source>%1 must be a whole number from 0 to 2^64 - 1</source>
        <translation>%1은(는) 0부터 2^64 - 1까지의 정수여야 합니다</translation>
    </message>
    <message>
        <source>%1 must be a text</source>
        <translation>%1은(는) 텍스트여야 합니다</translation>
    </message>
    <message>
        <source>%1 must be a list of texts</source>
        <translation>%1은(는) 텍스트 목록이어야 합니다</translation>
    </message>
    <message>
        <source>%1 must be a list of numbers</source>
        <translation>%1은(는) 숫자 목록이어야 합니다</translation>
    </message>
    <message>
        <source>%1 must be a list [...]</source>
        <translation>%1은(는) 목록 [...]이어야 합니다</translation>
    </message>
    <message>
        <source>%1 must be numeric or categorical</source>
        <translation>%1은(는) numeric 또는 categorical이어야 합니다</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>%1 항목이 없습니다</translation>
    </message>
    <message>
        <source>%1 must not be 0</source>
        <translation>%1 값은 0이 아니어야 합니다</translation>
    </message>
    <message>
        <source>%1 must be regression or classification</source>
        <translation>%1 값은 regression 또는 classification이어야 합니다</translation>
    </message>
    <message>
        <source>%1 must be drop or mean</source>
        <translation>%1 값은 drop 또는 mean이어야 합니다</translation>
    </message>
    <message>
        <source>%1 does not fit the targets</source>
        <translation>%1 값이 목표와 맞지 않습니다</translation>
    </message>
    <message>
        <source>%1 must have %2 numbers, one per epoch</source>
        <translation>%1 항목에는 에포크마다 하나씩 숫자 %2개가 있어야 합니다</translation>
    </message>
    <message>
        <source>%1 needs at least two classes</source>
        <translation>%1 항목에는 클래스가 두 개 이상 필요합니다</translation>
    </message>
    <message>
        <source>not a LayerLab project or model: %1 must be &quot;layerlab-project&quot;</source>
        <translation>LayerLab 프로젝트나 모델이 아닙니다: %1 값은 &quot;layerlab-project&quot;여야 합니다</translation>
    </message>
    <message>
        <source>this file was written by a newer LayerLab (%1 %2); please update LayerLab</source>
        <translation>이 파일은 더 새로운 LayerLab(%1 %2)에서 저장되었습니다. LayerLab을 업데이트하세요</translation>
    </message>
    <message>
        <source>%1 must be 1</source>
        <translation>%1 값은 1이어야 합니다</translation>
    </message>
    <message>
        <source>the output layer has %1 units, but the targets and labels ask for %2</source>
        <translation>출력층의 노드 수는 %1개이지만 목표와 레이블에는 %2개가 필요합니다</translation>
    </message>
    <message>
        <source>%1 must be l1, l2 or l1_l2</source>
        <translation>%1 값은 l1, l2 또는 l1_l2여야 합니다</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is not known (dense, dropout)</source>
        <translation>%1: &quot;%2&quot;은(는) 알 수 없는 값입니다 (dense, dropout)</translation>
    </message>
    <message>
        <source>%1 is not supported; leave it out</source>
        <translation>%1 항목은 지원되지 않습니다. 빼 주세요</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is not known (early_stopping, reduce_lr_on_plateau, terminate_on_nan)</source>
        <translation>%1: &quot;%2&quot;은(는) 알 수 없는 값입니다 (early_stopping, reduce_lr_on_plateau, terminate_on_nan)</translation>
    </message>
    <message>
        <source>%1 (val-split) must be in [0, 1), not %2</source>
        <translation>%1 (val-split) 값은 [0, 1) 범위여야 하며 %2 값은 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>%1 has a number too large for a weight</source>
        <translation>%1 항목에 가중치로 쓰기에 너무 큰 숫자가 있습니다</translation>
    </message>
    <message>
        <source>%1 must be a list of rows of numbers</source>
        <translation>%1 항목은 숫자 행의 목록이어야 합니다</translation>
    </message>
    <message>
        <source>%1 has rows of different lengths</source>
        <translation>%1 항목에 길이가 서로 다른 행이 있습니다</translation>
    </message>
    <message>
        <source>%1 must be {&quot;kernel&quot;: [[...]], &quot;bias&quot;: [...]}</source>
        <translation>%1 항목은 {&quot;kernel&quot;: [[...]], &quot;bias&quot;: [...]} 형식이어야 합니다</translation>
    </message>
    <message>
        <source>%1 must be a list with one {&quot;kernel&quot;, &quot;bias&quot;} per dense layer</source>
        <translation>%1 항목은 dense 층마다 {&quot;kernel&quot;, &quot;bias&quot;}가 하나씩 있는 목록이어야 합니다</translation>
    </message>
    <message>
        <source>hidden layer %1 has %2 units; it needs at least 1</source>
        <translation>은닉층 %1의 노드 수가 %2개입니다. 1개 이상이어야 합니다</translation>
    </message>
    <message>
        <source>layer %1: l1 and l2 must be finite and not negative</source>
        <translation>층 %1: l1과 l2는 유한하고 음수가 아니어야 합니다</translation>
    </message>
    <message>
        <source>layer %1: the dropout rate must be in [0, 1), not %2</source>
        <translation>층 %1: 드롭아웃 비율은 [0, 1) 범위여야 하며 %2 값은 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>the kernel of dense layer %1 is %2, the network needs %3</source>
        <translation>dense 층 %1의 kernel 크기는 %2이지만 신경망에는 %3 크기가 필요합니다</translation>
    </message>
    <message>
        <source>the bias of dense layer %1 has %2 values, the network needs %3</source>
        <translation>dense 층 %1의 편향 값은 %2개이지만 신경망에는 %3개가 필요합니다</translation>
    </message>
    <message>
        <source>dense layer %1 has a weight that is not a finite number</source>
        <translation>dense 층 %1에 유한한 숫자가 아닌 가중치가 있습니다</translation>
    </message>
    <message>
        <source>the last layer must be a Dense output layer</source>
        <translation>마지막 층은 Dense 출력층이어야 합니다</translation>
    </message>
    <message>
        <source>the network is too large: %1 parameters, the limit is %2; use fewer or narrower hidden layers</source>
        <translation>신경망이 너무 큽니다: 매개변수 %1개, 한도는 %2개입니다. 은닉층을 줄이거나 노드 수를 줄이세요</translation>
    </message>
    <message>
        <source>weights for %1 dense layers, but the network has %2</source>
        <translation>가중치는 dense 층 %1개분이지만 신경망에는 %2개가 있습니다</translation>
    </message>
    <message>
        <source>not a line of a sweep</source>
        <translation>sweep 파일의 줄이 아닙니다</translation>
    </message>
    <message>
        <source>not a shard of a sweep; write it with sweep --shard i/n --out FILE</source>
        <translation>sweep의 샤드가 아닙니다. sweep --shard i/n --out FILE로 저장하세요</translation>
    </message>
    <message>
        <source>gap: shard %1 of %2 is missing</source>
        <translation>누락: 샤드 %1/%2이(가) 없습니다</translation>
    </message>
    <message>
        <source>this shard comes from a sweep with different settings or data than the first one</source>
        <translation>이 샤드는 첫 번째 샤드와 설정 또는 데이터가 다른 sweep에서 나왔습니다</translation>
    </message>
    <message>
        <source>overlap: %1 holds the same shard %2 of %3</source>
        <translation>중복: %1에 같은 샤드 %2/%3이(가) 들어 있습니다</translation>
    </message>
    <message>
        <source>gap: shard %1 of %2 has %3 trials instead of %4; run it again to its end</source>
        <translation>누락: 샤드 %1/%2의 시행이 %4개가 아니라 %3개입니다. 끝까지 다시 실행하세요</translation>
    </message>
    <message>
        <source>shard: &quot;%1&quot; is not i/n with 1 &lt;= i &lt;= n</source>
        <translation>샤드: &quot;%1&quot;은(는) 1 &lt;= i &lt;= n인 i/n 형식이 아닙니다</translation>
    </message>
    <message>
        <source>not a sweep file</source>
        <translation>sweep 파일이 아닙니다</translation>
    </message>
    <message>
        <source>there is no hidden layer %1; the network has %2</source>
        <translation>은닉층 %1이(가) 없습니다. 신경망의 은닉층은 %2개입니다</translation>
    </message>
    <message>
        <source>the sweep has no trial: it needs at least one node count and one repeat</source>
        <translation>sweep에 시행이 없습니다. 노드 수와 반복이 각각 하나 이상 필요합니다</translation>
    </message>
    <message>
        <source>units: &quot;%1&quot; is not understood; write 1:32, 1:32:3, pow2:64 or 1,2,4,8 (each from 1 to %2)</source>
        <translation>노드 수: &quot;%1&quot;을(를) 이해할 수 없습니다. 1:32, 1:32:3, pow2:64 또는 1,2,4,8처럼 쓰세요 (각각 1~%2)</translation>
    </message>
    <message>
        <source>Set output and loss by the task</source>
        <translation>과제에 맞게 출력과 손실 설정</translation>
    </message>
    <message>
        <source>softmax over one unit is always 1: the network cannot learn.</source>
        <translation>노드 하나에 대한 softmax는 항상 1이므로 신경망이 학습할 수 없습니다.</translation>
    </message>
    <message>
        <source>Regression: the output layer is %1, the class notes ask for %2.</source>
        <translation>회귀: 출력층은 %1인데 수업 자료에서는 %2을(를) 씁니다.</translation>
    </message>
    <message>
        <source>Classification: the output layer is %1, the class notes ask for %2.</source>
        <translation>분류: 출력층은 %1인데 수업 자료에서는 %2을(를) 씁니다.</translation>
    </message>
    <message>
        <source>The loss %1 does not fit the task; the class notes ask for %2.</source>
        <translation>손실 %1이(가) 과제에 맞지 않습니다. 수업 자료에서는 %2을(를) 씁니다.</translation>
    </message>
    <message>
        <source>Hidden layers without activation collapse into one linear layer.</source>
        <translation>활성화 함수가 없는 은닉층은 하나의 선형 층으로 합쳐집니다.</translation>
    </message>
    <message>
        <source>Set relu</source>
        <translation>relu로 설정</translation>
    </message>
    <message>
        <source>The inputs are not scaled (%1 goes up to %2): training will be slow or unstable.</source>
        <translation>입력이 스케일링되지 않았습니다(%1의 최댓값 %2). 훈련이 느리거나 불안정해집니다.</translation>
    </message>
    <message>
        <source>Scale the inputs</source>
        <translation>입력 스케일링</translation>
    </message>
    <message>
        <source>The target %1 goes up to %2: with a learning rate of %3 the network needs very long to get there.</source>
        <translation>목표 %1의 최댓값이 %2입니다. 학습률 %3(으)로는 신경망이 그 값에 도달하는 데 매우 오래 걸립니다.</translation>
    </message>
    <message>
        <source>Scale the target</source>
        <translation>목표 스케일링</translation>
    </message>
    <message>
        <source>The learning rate %1 is very high for %2: the loss may jump or leave the numbers.</source>
        <translation>학습률 %1은(는) %2에 매우 높습니다. 손실이 튀거나 숫자 범위를 벗어날 수 있습니다.</translation>
    </message>
    <message>
        <source>The learning rate %1 is very low for %2: the loss will hardly move.</source>
        <translation>학습률 %1은(는) %2에 매우 낮습니다. 손실이 거의 움직이지 않습니다.</translation>
    </message>
    <message>
        <source>Try %1</source>
        <translation>%1 시도</translation>
    </message>
    <message>
        <source>The batch size %1 is larger than the %2 training rows: every epoch is a single step.</source>
        <translation>배치 크기 %1이(가) 훈련 행 %2개보다 큽니다. 에포크마다 한 단계만 진행됩니다.</translation>
    </message>
    <message>
        <source>Set 32</source>
        <translation>32로 설정</translation>
    </message>
    <message>
        <source>left the numbers at epoch %1: the learning rate %2 is too high; last good weights kept</source>
        <translation>에포크 %1에서 숫자 범위를 벗어났습니다: 학습률 %2이(가) 너무 높습니다. 마지막 정상 가중치를 유지했습니다</translation>
    </message>
    <message>
        <source>A loss or weight became infinite or not a number.</source>
        <translation>손실 또는 가중치가 무한대이거나 숫자가 아닌 값이 되었습니다.</translation>
    </message>
    <message>
        <source>levels off (since epoch %1)</source>
        <translation>평탄해집니다 (에포크 %1부터)</translation>
    </message>
    <message>
        <source>jumps (%1 times up by a tenth of the fall): learning rate too high</source>
        <translation>튑니다 (감소 폭의 10분의 1만큼 %1번 상승): 학습률이 너무 높습니다</translation>
    </message>
    <message>
        <source>validation lowest at epoch %1, up %2 % since: overfitting</source>
        <translation>검증 손실이 에포크 %1에서 가장 낮고 이후 %2 % 상승했습니다: 과적합</translation>
    </message>
    <message>
        <source>validation follows (%1 against %2)</source>
        <translation>검증 손실이 훈련 손실을 따라갑니다 (%1 대 %2)</translation>
    </message>
    <message>
        <source>validation stays above training (%1 against %2)</source>
        <translation>검증 손실이 훈련 손실보다 계속 높습니다 (%1 대 %2)</translation>
    </message>
    <message>
        <source>hardly falls (%1 to %2 in %3 epochs): other learning rate, more units, or inputs that say nothing</source>
        <translation>거의 감소하지 않습니다 (%3 에포크 동안 %1에서 %2): 학습률을 바꾸거나 노드 수를 늘리세요. 입력에 정보가 없을 수도 있습니다</translation>
    </message>
    <message>
        <source>Rule: the loss falls by less than 2 % of its first value.</source>
        <translation>규칙: 손실이 첫 값의 2 % 미만으로 감소합니다.</translation>
    </message>
    <message>
        <source>there is no example named &apos;%1&apos;; there are: %2</source>
        <translation>이름이 &apos;%1&apos;인 예제가 없습니다. 있는 예제: %2</translation>
    </message>
    <message>
        <source>there is not enough memory; close other programs, or use fewer rows or a smaller network</source>
        <translation>메모리가 부족합니다. 다른 프로그램을 닫거나 행 수를 줄이거나 더 작은 신경망을 사용하세요</translation>
    </message>
    <message>
        <source>the work stopped unexpectedly: %1</source>
        <translation>작업이 예기치 않게 중단되었습니다: %1</translation>
    </message>
    <message>
        <source>the project names no data file; open its CSV file instead</source>
        <translation>프로젝트에 데이터 파일이 지정되어 있지 않습니다. 대신 해당 CSV 파일을 여세요</translation>
    </message>
    <message>
        <source>there is no data yet; open a CSV file or pick an example</source>
        <translation>아직 데이터가 없습니다. CSV 파일을 열거나 예제를 고르세요</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>행 %1</translation>
    </message>
    <message>
        <source>row %1, column %2</source>
        <translation>행 %1, 열 %2</translation>
    </message>
    <message>
        <source>there is no trained network to export; press Fit first</source>
        <translation>내보낼 훈련된 신경망이 없습니다. 먼저 학습을 누르세요</translation>
    </message>
    <message>
        <source>the network has no hidden layer %1; add a hidden layer first</source>
        <translation>신경망에 은닉층 %1이(가) 없습니다. 먼저 은닉층을 추가하세요</translation>
    </message>
    <message>
        <source>the search needs at least one node count and one repeat</source>
        <translation>탐색에는 노드 수와 반복이 각각 하나 이상 필요합니다</translation>
    </message>
    <message>
        <source>the picture could not be written; choose another folder or name</source>
        <translation>그림을 저장할 수 없습니다. 다른 폴더나 이름을 선택하세요</translation>
    </message>
    <message>
        <source>there are no results to export; press Start first</source>
        <translation>내보낼 결과가 없습니다. 먼저 시작을 누르세요</translation>
    </message>
    <message>
        <source>there is no loss curve to export; press Fit first</source>
        <translation>내보낼 손실 곡선이 없습니다. 먼저 학습을 누르세요</translation>
    </message>
    <message>
        <source>there is no hidden layer to vary; add one first</source>
        <translation>변경할 은닉층이 없습니다. 먼저 하나 추가하세요</translation>
    </message>
    <message>
        <source>&apos;%1&apos; does not go with &apos;%2&apos;</source>
        <translation>&apos;%1&apos;은(는) &apos;%2&apos;와(과) 함께 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>%1 cannot be clicked now</source>
        <translation>%1은(는) 지금 클릭할 수 없습니다</translation>
    </message>
    <message>
        <source>expected %1 %2, but it is %3</source>
        <translation>%1의 예상 값은 %2이지만 실제 값은 %3입니다</translation>
    </message>
    <message>
        <source>the picture could not be written; check the folder and the free space</source>
        <translation>그림을 저장할 수 없습니다. 폴더와 남은 공간을 확인하세요</translation>
    </message>
    <message>
        <source>there is no %1 named &apos;%2&apos;</source>
        <translation>이름이 &apos;%2&apos;인 %1이(가) 없습니다</translation>
    </message>
    <message>
        <source>there is no command &apos;%1&apos;</source>
        <translation>&apos;%1&apos; 명령이 없습니다</translation>
    </message>
    <message>
        <source>&apos;%1&apos; does not go with %2 words</source>
        <translation>&apos;%1&apos;은(는) 단어 %2개와 함께 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>val-split must be in [0, 1), not %1</source>
        <translation>val-split은 0 이상 1 미만이어야 합니다(현재 %1)</translation>
    </message>
    <message>
        <source>%1 takes %2 to %3, not %4</source>
        <translation>%1에는 %2~%3 범위의 값만 쓸 수 있으며 %4 값은 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>%1 has no entry &apos;%2&apos;; it has: %3</source>
        <translation>%1에 &apos;%2&apos; 항목이 없습니다. 있는 항목: %3</translation>
    </message>
    <message>
        <source>%1 does not take &apos;%2&apos;</source>
        <translation>%1에는 &apos;%2&apos;을(를) 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>%1 takes on or off, not &apos;%2&apos;</source>
        <translation>%1에는 on 또는 off만 쓸 수 있으며 &apos;%2&apos;은(는) 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>%1 has no page &apos;%2&apos;</source>
        <translation>%1에 &apos;%2&apos; 페이지가 없습니다</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a number</source>
        <translation>&apos;%1&apos;은(는) 숫자가 아닙니다</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a whole number of usual size</source>
        <translation>&apos;%1&apos;은(는) 일반적인 크기의 정수가 아닙니다</translation>
    </message>
    <message>
        <source>%1 cannot be changed now</source>
        <translation>%1은(는) 지금 변경할 수 없습니다</translation>
    </message>
    <message>
        <source>%1 cannot be set</source>
        <translation>%1은(는) 설정할 수 없습니다</translation>
    </message>
    <message>
        <source>there is no column &apos;%1&apos; to choose</source>
        <translation>선택할 수 있는 &apos;%1&apos; 열이 없습니다</translation>
    </message>
    <message>
        <source>a bracket is not closed</source>
        <translation>괄호가 닫히지 않았습니다</translation>
    </message>
    <message>
        <source>a text is not closed by its quote</source>
        <translation>문자열의 따옴표가 닫히지 않았습니다</translation>
    </message>
    <message>
        <source>the line ends too early</source>
        <translation>줄이 중간에 끝났습니다</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not understood here</source>
        <translation>여기서 &apos;%1&apos;을(를) 이해할 수 없습니다</translation>
    </message>
    <message>
        <source>not understood; left alone</source>
        <translation>이해하지 못해 그대로 두었습니다</translation>
    </message>
    <message>
        <source>blocks (%1) are not read; left alone</source>
        <translation>블록(%1)은 읽지 않으므로 그대로 두었습니다</translation>
    </message>
    <message>
        <source>there is no Keras code here: Sequential([...]), compile or fit</source>
        <translation>Keras 코드(Sequential([...]), compile, fit)가 없습니다</translation>
    </message>
    <message>
        <source>%1 has too many arguments</source>
        <translation>%1의 인수가 너무 많습니다</translation>
    </message>
    <message>
        <source>%1: the argument %2 is not known here; left out</source>
        <translation>%1: 인수 %2은(는) 여기서 알 수 없어 뺐습니다</translation>
    </message>
    <message>
        <source>%1: %2 is not a value that can be read here; left alone</source>
        <translation>%1: %2의 값을 읽을 수 없어 그대로 두었습니다</translation>
    </message>
    <message>
        <source>this program is too long to be read</source>
        <translation>프로그램이 너무 길어 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>the table has no column &apos;%1&apos;; left out</source>
        <translation>표에 &apos;%1&apos; 열이 없어 뺐습니다</translation>
    </message>
    <message>
        <source>the %1 &apos;%2&apos; is not known here; left alone</source>
        <translation>%1 &apos;%2&apos;은(는) 여기서 알 수 없어 그대로 두었습니다</translation>
    </message>
    <message>
        <source>Sequential needs a list of layers</source>
        <translation>Sequential에는 층의 목록이 필요합니다</translation>
    </message>
    <message>
        <source>this is no layer; left alone</source>
        <translation>층이 아니므로 그대로 두었습니다</translation>
    </message>
    <message>
        <source>the layer %1 is not known here (Dense, Dropout, Input, Activation); left alone</source>
        <translation>층 %1은(는) 여기서 알 수 없어 그대로 두었습니다(Dense, Dropout, Input, Activation만 가능)</translation>
    </message>
    <message>
        <source>Dense needs a number of units of at least 1; left out</source>
        <translation>Dense에는 1 이상의 노드 수(units)가 필요하여 뺐습니다</translation>
    </message>
    <message>
        <source>LeakyReLU has the slope 0.2 here, not %1</source>
        <translation>여기서 LeakyReLU의 기울기는 %1이(가) 아니라 0.2입니다</translation>
    </message>
    <message>
        <source>an activation must follow a Dense layer without one; left out</source>
        <translation>활성화 함수는 활성화 함수가 없는 Dense 층 뒤에 와야 하므로 뺐습니다</translation>
    </message>
    <message>
        <source>from_logits=True: give the output layer its activation instead; left out</source>
        <translation>from_logits=True 대신 출력층에 활성화 함수를 지정하세요. 뺐습니다</translation>
    </message>
    <message>
        <source>the callback %1 is not known here (EarlyStopping, ReduceLROnPlateau); left out</source>
        <translation>콜백 %1은(는) 여기서 알 수 없어 뺐습니다(EarlyStopping, ReduceLROnPlateau만 가능)</translation>
    </message>
    <message>
        <source>the seed is no whole number; left alone</source>
        <translation>시드가 정수가 아니므로 그대로 두었습니다</translation>
    </message>
    <message>
        <source>unsaved work cannot be kept for a crash here; save the project now and then</source>
        <translation>비정상 종료에 대비해 작업을 보관할 수 없는 곳입니다. 프로젝트를 가끔 저장하세요</translation>
    </message>
    <message>
        <source>there is nothing to report yet; open a table</source>
        <translation>아직 보고할 내용이 없습니다. 표를 여세요</translation>
    </message>
    <message>
        <source>%1 does not fit the layers of its run</source>
        <translation>%1이(가) 해당 실행의 층과 맞지 않습니다</translation>
    </message>
    <message>
        <source>Regression: a %1 output can only give values %2; the class notes ask for %3.</source>
        <translation>회귀: %1 출력은 %2 범위의 값만 낼 수 있습니다. 수업 자료는 %3을(를) 쓰라고 합니다.</translation>
    </message>
    <message>
        <source>Set %1 epochs</source>
        <translation>에포크 %1로 설정</translation>
    </message>
    <message>
        <source>Stop early</source>
        <translation>조기 종료</translation>
    </message>
    <message>
        <source>ends near the baseline (%1 against %2): underfitting; more units, other inputs or another learning rate may help</source>
        <translation>기준선 근처에서 끝남(%1, 기준선 %2): 과소적합. 노드 수, 입력, 학습률을 바꾸어 보세요</translation>
    </message>
    <message>
        <source>Add units</source>
        <translation>노드 늘리기</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no generated table; write it like generated:circles?rows=300&amp;noise=0.1&amp;seed=1</source>
        <translation>&apos;%1&apos;은(는) 생성된 표가 아닙니다. generated:circles?rows=300&amp;noise=0.1&amp;seed=1처럼 쓰세요</translation>
    </message>
    <message>
        <source>%1 must be one character</source>
        <translation>%1은(는) 한 글자여야 합니다</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>제외하기</translation>
    </message>
    <message>
        <source>Split stratified</source>
        <translation>층화 분할</translation>
    </message>
    <message>
        <source>Split at random</source>
        <translation>무작위 분할</translation>
    </message>
    <message>
        <source>The file is sorted by %1: the last %2 % contain only %3 of %4 classes.</source>
        <translation>파일이 %1 순으로 정렬되어 있습니다. 마지막 %2 %에는 %4개 클래스 중 %3개만 있습니다.</translation>
    </message>
    <message>
        <source>The rows drawn for validation contain only %1 of %2 classes.</source>
        <translation>검증용으로 뽑힌 행에는 %2개 클래스 중 %1개만 있습니다.</translation>
    </message>
    <message>
        <source>The rows to train on contain only %1 of %2 classes.</source>
        <translation>훈련할 행에는 %2개 클래스 중 %1개만 있습니다.</translation>
    </message>
    <message>
        <source>The file is sorted by %1: in the last %2 % its mean differs by %3 standard deviations.</source>
        <translation>파일이 %1 순으로 정렬되어 있습니다. 마지막 %2 %에서는 평균이 표준편차의 %3배만큼 다릅니다.</translation>
    </message>
    <message>
        <source>%1 gives %2 away: would you know it before you know the answer?</source>
        <translation>%1 열이 %2을(를) 그대로 알려 줍니다. 답을 알기 전에 알 수 있는 값인가요?</translation>
    </message>
    <message>
        <source>%1 only numbers or names the rows: a network would learn them by heart.</source>
        <translation>%1 열은 행의 번호나 이름일 뿐입니다. 신경망이 외워 버립니다.</translation>
    </message>
    <message>
        <source>new rows: %1 is off by about %2 (%3)</source>
        <translation>새 행: %1이(가) 약 %2만큼 빗나감 (%3)</translation>
    </message>
    <message>
        <source>trained rows: %1 is off by about %2 (%3)</source>
        <translation>훈련한 행: %1이(가) 약 %2만큼 빗나감 (%3)</translation>
    </message>
    <message>
        <source>The last loss, back in the target&apos;s own units: the root of the mse (or the mae) times the scale of the target.</source>
        <translation>마지막 손실을 목표의 원래 단위로 되돌린 값입니다. mse의 제곱근(또는 mae)에 목표의 척도를 곱했습니다.</translation>
    </message>
    <message>
        <source>there is no table on the clipboard; copy cells in a spreadsheet first</source>
        <translation>클립보드에 표가 없습니다. 먼저 스프레드시트에서 셀을 복사하세요</translation>
    </message>
    <message>
        <source>%1 must be rising whole numbers from 1 on</source>
        <translation>%1은(는) 1부터 시작해 커지는 정수여야 합니다</translation>
    </message>
    <message>
        <source>%1: a sweep of more than %2 trials</source>
        <translation>%1: 학습 횟수가 %2회를 넘는 스윕입니다</translation>
    </message>
    <message>
        <source>%1: the sweep does not fit its model</source>
        <translation>%1: 스윕이 모델과 맞지 않습니다</translation>
    </message>
    <message>
        <source>%1: the condition &apos;%2&apos; is not KEY SIGN VALUE with a known key</source>
        <translation>%1: 조건 &apos;%2&apos;이(가) 아는 키를 쓴 &apos;키 부호 값&apos; 꼴이 아닙니다</translation>
    </message>
    <message>
        <source>%1 must be curve, elbow or choice</source>
        <translation>%1은(는) curve, elbow, choice 중 하나여야 합니다</translation>
    </message>
    <message>
        <source>%1: there is no part of the window named &apos;%2&apos;</source>
        <translation>%1: 창에 &apos;%2&apos;(이)라는 부분이 없습니다</translation>
    </message>
    <message>
        <source>%1 must be &quot;layerlab-lesson&quot;</source>
        <translation>%1은(는) &quot;layerlab-lesson&quot;이어야 합니다</translation>
    </message>
    <message>
        <source>step %1 has %2 %3 here, but %4 in lesson.json</source>
        <translation>단계 %1에 %3이(가) 여기에는 %2개, lesson.json에는 %4개 있습니다</translation>
    </message>
    <message>
        <source>the title (# ...) is missing</source>
        <translation>제목(# ...)이 없습니다</translation>
    </message>
    <message>
        <source>%1 steps (## ...) here, but %2 in lesson.json</source>
        <translation>단계(## ...)가 여기에는 %1개, lesson.json에는 %2개 있습니다</translation>
    </message>
    <message>
        <source>step %1 has no text</source>
        <translation>단계 %1에 글이 없습니다</translation>
    </message>
    <message>
        <source>step %1: choices (- ( )) and their answer do not fit each other</source>
        <translation>단계 %1: 선택지(- ( ))와 정답이 맞지 않습니다</translation>
    </message>
    <message>
        <source>the text is missing: en.md, ko.md</source>
        <translation>글이 없습니다: en.md, ko.md</translation>
    </message>
    <message>
        <source>start: &apos;%1&apos; is not known</source>
        <translation>start: &apos;%1&apos;은(는) 알 수 없습니다</translation>
    </message>
    <message>
        <source>Rule: in a tenth of the epochs or more the loss rises by over a tenth of its whole fall, or of the baseline where that is less.</source>
        <translation>규칙: 에포크 10개 중 1개 이상에서 손실이 전체 감소 폭(기준선이 더 작으면 기준선)의 10분의 1 넘게 오릅니다.</translation>
    </message>
    <message>
        <source>the file is not text in %1</source>
        <translation>파일이 %1 텍스트가 아닙니다</translation>
    </message>
    <message>
        <source>%1 has changed since it was read; reload the table, or save without the data inside</source>
        <translation>%1을(를) 읽은 뒤 파일이 바뀌었습니다. 표를 다시 읽거나 데이터를 넣지 않고 저장하세요</translation>
    </message>
    <message>
        <source>%1 of the model is not set here; left alone</source>
        <translation>여기서는 모델의 %1을(를) 바꾸지 않으므로 그대로 두었습니다</translation>
    </message>
    <message>
        <source>the functional API is not read (write Sequential([...]) instead); left alone</source>
        <translation>함수형 API는 읽지 않으므로(대신 Sequential([...])로 쓰세요) 그대로 두었습니다</translation>
    </message>
    <message>
        <source>Dropout needs a rate that can be read; left out</source>
        <translation>Dropout에는 읽을 수 있는 비율(rate)이 필요하여 뺐습니다</translation>
    </message>
    <message>
        <source>this page has no picture; choose a page with a chart, such as Loss</source>
        <translation>이 페이지에는 그림이 없습니다. 손실처럼 차트가 있는 페이지를 고르세요</translation>
    </message>
    <message>
        <source>this page has no picture yet; press Fit or Next stage first</source>
        <translation>이 페이지에는 아직 그림이 없습니다. 먼저 학습 또는 다음 단계를 누르세요</translation>
    </message>
    <message>
        <source>%1 is not set this way here (write it into the call that makes it); left alone</source>
        <translation>여기서는 %1 값을 이렇게 바꿀 수 없습니다(만드는 호출 안에 쓰세요). 그대로 두었습니다</translation>
    </message>
    <message>
        <source>no row is predicted yet; press Fit first</source>
        <translation>아직 예측한 행이 없습니다. 먼저 학습을 누르세요</translation>
    </message>
    <message>
        <source>early stopping watches &apos;%1&apos;, which is not measured: add it to the metrics, or watch val_loss</source>
        <translation>조기 종료(early stopping)가 지켜보는 &apos;%1&apos;은(는) 측정되지 않는 값입니다: 지표(metrics)에 더하거나 val_loss를 지켜보게 하세요</translation>
    </message>
    <message>
        <source>columns of the table are not computed here; left alone</source>
        <translation>여기서는 표의 열을 계산하지 않으므로 그대로 두었습니다</translation>
    </message>
    <message>
        <source>which columns these are cannot be read here (write data[[&quot;a&quot;, &quot;b&quot;]] or data.drop(columns=[...])); left alone</source>
        <translation>어느 열인지 읽을 수 없어 그대로 두었습니다(data[[&quot;a&quot;, &quot;b&quot;]] 또는 data.drop(columns=[...])로 쓰세요)</translation>
    </message>
    <message>
        <source>%1 is not known</source>
        <translation>%1은(는) 알 수 없는 키입니다</translation>
    </message>
    <message>
        <source>%1: the condition &apos;%2&apos; does not fit its key (%3: %4)</source>
        <translation>%1: 조건 &apos;%2&apos;이(가) 키에 맞지 않습니다 (%3: %4)</translation>
    </message>
    <message>
        <source>%1: &apos;%2&apos; is no line of a script</source>
        <translation>%1: &apos;%2&apos;은(는) 스크립트 줄이 아닙니다</translation>
    </message>
    <message>
        <source>%1 must be 1, 2, 5, 10 or 30</source>
        <translation>%1 값은 1, 2, 5, 10, 30 중 하나여야 합니다</translation>
    </message>
    <message>
        <source>start: %1 has no column &apos;%2&apos;</source>
        <translation>start: %1에는 &apos;%2&apos; 열이 없습니다</translation>
    </message>
    <message>
        <source>%1 is the same in every row: it says nothing.</source>
        <translation>%1 열은 모든 행에서 같습니다. 알려 주는 것이 없습니다.</translation>
    </message>
    <message>
        <source>Rule: at least half of the whole fall, and 10 % of the first loss, happen in the first fifth of the epochs.</source>
        <translation>규칙: 전체 감소의 절반 이상, 그리고 처음 손실의 10 % 이상이 에포크의 처음 5분의 1에서 일어납니다.</translation>
    </message>
    <message>
        <source>falls fast at first (−%1 % in %2 epochs)</source>
        <translation>처음에 빠르게 감소합니다 (%2 에포크 동안 −%1 %)</translation>
    </message>
    <message>
        <source>falls slowly at first (−%1 % in %2 epochs): a higher learning rate may help</source>
        <translation>처음에 느리게 감소합니다 (%2 에포크 동안 −%1 %): 학습률을 높이면 도움이 될 수 있습니다</translation>
    </message>
    <message>
        <source>Rule: level when the last fifth of the epochs changes the loss by less than 2 % of its whole fall, or than 1 % of the loss itself.</source>
        <translation>규칙: 에포크의 마지막 5분의 1에서 손실 변화가 전체 감소의 2 % 미만이거나 손실 자체의 1 % 미만이면 평탄합니다.</translation>
    </message>
    <message>
        <source>still falling (−%1 % in the last %2 epochs): train longer</source>
        <translation>아직 감소 중입니다 (마지막 %2 에포크 동안 −%1 %): 더 오래 훈련하세요</translation>
    </message>
    <message>
        <source>Rule: the last validation loss (the median of up to 5 epochs) is more than 5 % above its lowest.</source>
        <translation>규칙: 마지막 검증 손실(최대 5개 에포크의 중앙값)이 최저값보다 5 % 넘게 높습니다.</translation>
    </message>
    <message>
        <source>Rule: the last validation loss is at most 25 % above the training loss (medians of up to 5 epochs).</source>
        <translation>규칙: 마지막 검증 손실이 훈련 손실보다 최대 25 % 높습니다(최대 5개 에포크의 중앙값끼리 비교).</translation>
    </message>
    <message>
        <source>Rule: the last loss (the median of up to 5 epochs) is above 90 % of what always predicting the average would give.</source>
        <translation>규칙: 마지막 손실(최대 5개 에포크의 중앙값)이 항상 평균을 예측할 때 손실의 90 %보다 큽니다.</translation>
    </message>
    <message>
        <source>Training stopped: a weight was changed by hand. Press Fit to go on from there.</source>
        <translation>훈련이 멈췄습니다: 가중치를 직접 바꾸었습니다. 학습을 누르면 그 상태에서 이어집니다.</translation>
    </message>
    <message>
        <source>Training stopped: another table was opened.</source>
        <translation>다른 표를 열어 훈련이 중지되었습니다.</translation>
    </message>
    <message>
        <source>Training stopped: the table was read again.</source>
        <translation>표를 다시 읽어서 훈련이 멈췄습니다.</translation>
    </message>
    <message>
        <source>Training stopped: another project was opened.</source>
        <translation>다른 프로젝트를 열어 훈련이 중지되었습니다.</translation>
    </message>
    <message>
        <source>%1 has changed since the project was saved; its curves and weights are of the earlier table.</source>
        <translation>프로젝트를 저장한 뒤 %1이(가) 바뀌었습니다. 곡선과 가중치는 이전 표의 것입니다.</translation>
    </message>
    <message>
        <source>The search for the elbow stopped: another table was opened.</source>
        <translation>다른 표를 열어 엘보 찾기가 중지되었습니다.</translation>
    </message>
    <message>
        <source>Training stopped: its run was deleted.</source>
        <translation>실행이 삭제되어 훈련이 중지되었습니다.</translation>
    </message>
    <message>
        <source>Training stopped: the settings changed. Press Fit to train with the new ones.</source>
        <translation>설정이 바뀌어 훈련이 중지되었습니다. 새 설정으로 훈련하려면 [학습]을 누르세요.</translation>
    </message>
    <message>
        <source>Saved %1 predictions to %2.</source>
        <translation>예측 %1개를 %2에 저장했습니다.</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>%1을(를) 저장했습니다.</translation>
    </message>
    <message>
        <source>The picture is on the clipboard.</source>
        <translation>그림을 클립보드에 복사했습니다.</translation>
    </message>
    <message>
        <source>The description is on the clipboard.</source>
        <translation>설명을 클립보드에 복사했습니다.</translation>
    </message>
    <message>
        <source>The numbers are on the clipboard.</source>
        <translation>숫자를 클립보드에 복사했습니다.</translation>
    </message>
    <message>
        <source>Keep at least one feature ticked.</source>
        <translation>특성을 하나 이상 선택해 두세요.</translation>
    </message>
    <message>
        <source>%1 was changed by another program.</source>
        <translation>다른 프로그램이 %1 파일을 바꿨습니다.</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>다시 읽기</translation>
    </message>
    <message>
        <source>%1 is open in another LayerLab as well: changes made here can be saved under another name.</source>
        <translation>%1은(는) 다른 LayerLab에서도 열려 있습니다. 여기서 바꾼 것은 다른 이름으로 저장할 수 있습니다.</translation>
    </message>
    <message>
        <source>Saving %1…</source>
        <translation>%1 저장 중…</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Close this window (Esc)</source>
        <translation>이 창 닫기 (Esc)</translation>
    </message>
    <message>
        <source>&lt;h2&gt;LayerLab %1&lt;/h2&gt;&lt;p&gt;Watch a neural network learn on your own data.&lt;/p&gt;&lt;p&gt;Qt %2 · computing core for %3&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later; it comes without any warranty. It uses Qt and Qt Charts, Eigen, ICU and JSON for Modern C++.&lt;/p&gt;&lt;p&gt;Everything stays on this computer: LayerLab never uses the network.&lt;/p&gt;</source>
        <translation>&lt;h2&gt;LayerLab %1&lt;/h2&gt;&lt;p&gt;내 데이터로 신경망이 배우는 과정을 지켜보세요.&lt;/p&gt;&lt;p&gt;Qt %2 · 계산 코어 %3&lt;/p&gt;&lt;p&gt;GNU 일반 공중 사용 허가서 버전 3 이상을 따르는 자유 소프트웨어이며 어떤 보증도 없습니다. Qt와 Qt Charts, Eigen, ICU, JSON for Modern C++를 사용합니다.&lt;/p&gt;&lt;p&gt;모든 것이 이 컴퓨터에 남습니다. LayerLab은 네트워크를 쓰지 않습니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>About LayerLab</source>
        <translation>LayerLab 정보</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>스페이스</translation>
    </message>
    <message>
        <source>Fit or pause</source>
        <translation>학습 또는 일시 정지</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>화살표 키</translation>
    </message>
    <message>
        <source>Walk through the network; pan a chart</source>
        <translation>신경망 안에서 이동, 차트 이동</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Remove the chosen layer</source>
        <translation>선택한 층 삭제</translation>
    </message>
    <message>
        <source>Mouse wheel</source>
        <translation>마우스 휠</translation>
    </message>
    <message>
        <source>Zoom a chart; double click shows all</source>
        <translation>차트 확대·축소, 두 번 클릭하면 전체 보기</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>키보드 단축키</translation>
    </message>
</context>
<context>
    <name>ElbowCurve</name>
    <message>
        <source>lowest to highest repeat</source>
        <translation>반복의 최저에서 최고까지</translation>
    </message>
    <message>
        <source>mean of %1</source>
        <translation>%1의 평균</translation>
    </message>
    <message>
        <source>lowest: %1 units</source>
        <translation>최저: 노드 %1개</translation>
    </message>
    <message>
        <source>elbow: %1 units</source>
        <translation>엘보: 노드 %1개</translation>
    </message>
    <message>
        <source>median of %1</source>
        <translation>%1의 중앙값</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>발산</translation>
    </message>
    <message>
        <source>repeat %1</source>
        <translation>반복 %1</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>매개변수</translation>
    </message>
    <message>
        <source>time of one fit</source>
        <translation>학습 1회 시간</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>lowest repeat</source>
        <translation>반복 중 최저</translation>
    </message>
    <message>
        <source>highest repeat</source>
        <translation>반복 중 최고</translation>
    </message>
</context>
<context>
    <name>ElbowWords</name>
    <message>
        <source>%1 units: %2</source>
        <translation>노드 %1개: %2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>The repeats alone pick %1.</source>
        <translation>반복별로는 %1을(를) 고릅니다.</translation>
    </message>
    <message>
        <source>Kneedle&apos;s own rule, without a look at the repeats.</source>
        <translation>반복을 따지지 않는 Kneedle 원래 규칙입니다.</translation>
    </message>
    <message>
        <source>On a linear axis it would be %1.</source>
        <translation>선형 축에서는 %1입니다.</translation>
    </message>
    <message>
        <source>On a log axis it would be %1.</source>
        <translation>로그 축에서는 %1입니다.</translation>
    </message>
    <message>
        <source>You guessed %1: there is no elbow to compare with.</source>
        <translation>예상은 %1개였지만 비교할 엘보가 없습니다.</translation>
    </message>
    <message>
        <source>Your guess of %1 was right!</source>
        <translation>예상한 %1개가 맞았습니다!</translation>
    </message>
    <message>
        <source>You guessed %1: fewer, where more units still help.</source>
        <translation>예상은 %1개로 더 적습니다. 아직 노드를 늘리면 도움이 되는 곳입니다.</translation>
    </message>
    <message>
        <source>You guessed %1: more, though the extra units bring little.</source>
        <translation>예상은 %1개로 더 많습니다. 늘린 노드의 효과가 거의 없는 곳입니다.</translation>
    </message>
    <message>
        <source>The lowest point, %1 units, is only %2 below the elbow.</source>
        <translation>가장 낮은 점(노드 %1개)은 엘보보다 %2만큼만 낮습니다.</translation>
    </message>
    <message>
        <source>Another seed may move it: run more repeats to see how far.</source>
        <translation>시드가 바뀌면 위치도 바뀔 수 있습니다. 반복 횟수를 늘려 확인해 보세요.</translation>
    </message>
    <message>
        <source>The repeats at the elbow already differ by %1: which count is lowest is partly chance.</source>
        <translation>엘보에서도 반복끼리 %1만큼 차이가 납니다. 어느 노드 수가 가장 낮은지는 우연이 섞여 있습니다.</translation>
    </message>
    <message>
        <source>From %1 to %2 units: %3 more parameters change the loss by %4.</source>
        <translation>노드 %1개에서 %2개로 늘리면 매개변수가 %3개 늘고 손실은 %4만큼 변합니다.</translation>
    </message>
    <message>
        <source>What is the elbow?</source>
        <translation>엘보란?</translation>
    </message>
    <message>
        <source>The count up to which more units lower the loss fast, and after which they hardly do. Both axes are scaled to 0…1; the elbow lies farthest below the straight line from the first to the last count (Kneedle, Satopää et al. 2011).</source>
        <translation>여기까지는 노드를 늘리면 손실이 빠르게 줄고, 그 뒤로는 거의 줄지 않는 노드 수입니다. 두 축을 0…1로 맞추고, 처음과 끝을 잇는 직선에서 아래로 가장 멀리 떨어진 점을 찾습니다(Kneedle, Satopää 외 2011).</translation>
    </message>
    <message>
        <source>Why not simply the lowest?</source>
        <translation>왜 가장 낮은 점이 아닌가요?</translation>
    </message>
    <message>
        <source>Which count is lowest is partly chance: other starting weights, another winner. The elbow asks instead where the big gains end.</source>
        <translation>가장 낮은 점은 우연에 좌우됩니다. 초기 가중치가 바뀌면 다른 노드 수가 가장 낮아집니다. 엘보는 큰 효과가 어디에서 끝나는지를 봅니다.</translation>
    </message>
    <message>
        <source>Diminishing returns</source>
        <translation>줄어드는 효과</translation>
    </message>
    <message>
        <source>Every unit costs parameters: they take time, need data, and make overfitting easier. Past the elbow you pay the same and get less.</source>
        <translation>노드마다 매개변수가 늘어납니다. 시간과 데이터가 더 필요하고 과적합도 쉬워집니다. 엘보를 지나면 같은 비용으로 얻는 것이 적습니다.</translation>
    </message>
    <message>
        <source>How sure is it?</source>
        <translation>얼마나 확실한가요?</translation>
    </message>
    <message>
        <source>Hidden %1, %2 to %3 units, repeats: %4</source>
        <translation>은닉층 %1, 노드 %2~%3개, 반복 %4회</translation>
    </message>
    <message>
        <source>The repeats differ by more than the counts do: run more of them.</source>
        <translation>노드 수에 따른 차이보다 반복 간 차이가 더 큽니다. 반복 횟수를 늘려 보세요.</translation>
    </message>
    <message>
        <source>Each count is trained several times from other starting weights. The drop must be larger than the repeats differ (else: flat), and most repeats must bend at the same place or one beside it (else: unstable).</source>
        <translation>각 노드 수는 서로 다른 초기 가중치로 여러 번 학습합니다. 손실 감소가 반복 간 차이보다 커야 하고(아니면 평평함), 대부분의 반복이 같은 곳이나 바로 옆에서 꺾여야 합니다(아니면 불안정).</translation>
    </message>
    <message>
        <source>You guessed %1: more, where the loss is higher again.</source>
        <translation>예상은 %1개로 더 많습니다. 손실이 다시 높아지는 곳입니다.</translation>
    </message>
</context>
<context>
    <name>LossCurves</name>
    <message>
        <source>%1: val_loss</source>
        <translation>%1: 검증 손실</translation>
    </message>
    <message>
        <source>%1: loss</source>
        <translation>%1: 손실</translation>
    </message>
    <message>
        <source>baseline: always the average</source>
        <translation>기준선: 항상 평균값</translation>
    </message>
    <message>
        <source>loss at the end of the epoch</source>
        <translation>에포크 종료 시점의 손실</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>val_loss</source>
        <translation>검증 손실</translation>
    </message>
    <message>
        <source>lowest: %1, epoch %2</source>
        <translation>최저: %1, 에포크 %2</translation>
    </message>
    <message>
        <source>baseline: always the base rate</source>
        <translation>기준선: 항상 기저 비율</translation>
    </message>
</context>
<context>
    <name>Prompts</name>
    <message>
        <source>Save the changes to %1 before it closes?</source>
        <translation>%1을(를) 닫기 전에 바뀐 내용을 저장할까요?</translation>
    </message>
    <message>
        <source>Without saving, the changes since the last time are lost.</source>
        <translation>저장하지 않으면 마지막으로 저장한 뒤에 바뀐 내용이 사라집니다.</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>변경 내용 버리기</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>%1 of the rows at random</source>
        <translation>무작위로 행의 %1</translation>
    </message>
    <message>
        <source>%1 of the rows of each class</source>
        <translation>클래스마다 행의 %1</translation>
    </message>
    <message>
        <source>the last %1 of the rows</source>
        <translation>마지막 행 %1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>standard: mean 0, deviation 1</source>
        <translation>표준화: 평균 0, 표준편차 1</translation>
    </message>
    <message>
        <source>min-max: 0 to 1</source>
        <translation>최소-최대: 0에서 1까지</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>%1 rows, %2 columns</source>
        <translation>행 %1개, 열 %2개</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>목표</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>과제</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation>스케일링</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>층</translation>
    </message>
    <message>
        <source>units or rate</source>
        <translation>노드 수(units) 또는 비율</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>활성화 함수(activation)</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>매개변수</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>optimizer</source>
        <translation>옵티마이저(optimizer)</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>학습률(learning rate)</translation>
    </message>
    <message>
        <source>batch size</source>
        <translation>배치 크기(batch size)</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>에포크(epochs)</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>시드(seed)</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>훈련</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>층</translation>
    </message>
    <message>
        <source>best epoch</source>
        <translation>가장 좋은 에포크</translation>
    </message>
    <message>
        <source>Elbow</source>
        <translation>엘보</translation>
    </message>
    <message>
        <source>Missing values</source>
        <translation>결측값</translation>
    </message>
    <message>
        <source>rows with gaps left out</source>
        <translation>빈 값이 있는 행 제외</translation>
    </message>
    <message>
        <source>gaps filled with the mean</source>
        <translation>빈 값을 평균으로 채움</translation>
    </message>
    <message>
        <source>regularizers</source>
        <translation>규제</translation>
    </message>
    <message>
        <source>early stopping</source>
        <translation>조기 종료</translation>
    </message>
    <message>
        <source>metrics</source>
        <translation>지표</translation>
    </message>
    <message>
        <source>true \ predicted</source>
        <translation>실제 \ 예측</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>class</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>정밀도</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>재현율</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>행</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>cut-off</source>
        <translation>임곗값</translation>
    </message>
    <message>
        <source>area below the ROC curve</source>
        <translation>ROC 곡선 아래 면적</translation>
    </message>
    <message>
        <source>R²</source>
        <translation>R²</translation>
    </message>
    <message>
        <source>mean absolute error</source>
        <translation>평균 절대 오차(MAE)</translation>
    </message>
    <message>
        <source>root mean squared error</source>
        <translation>평균 제곱근 오차(RMSE)</translation>
    </message>
    <message>
        <source>Figures of the training rows</source>
        <translation>훈련 행의 지표</translation>
    </message>
    <message>
        <source>Figures of the validation rows</source>
        <translation>검증 행의 지표</translation>
    </message>
</context>
<context>
    <name>Script</name>
    <message>
        <source>Hidden layers</source>
        <translation>은닉층</translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>painted points</source>
        <translation>찍은 점</translation>
    </message>
    <message>
        <source>pasted table</source>
        <translation>붙여 넣은 표</translation>
    </message>
    <message>
        <source>Generated: %1, %2 rows, noise %3, seed %4</source>
        <translation>생성: %1, %2행, 잡음 %3, 시드 %4</translation>
    </message>
    <message>
        <source>example %1</source>
        <translation>예제 %1</translation>
    </message>
</context>
<context>
    <name>StageWords</name>
    <message>
        <source>%1 more, together %2</source>
        <translation>나머지 %1개의 합: %2</translation>
    </message>
</context>
<context>
    <name>Subject</name>
    <message>
        <source>Open a CSV or pick an example, then press Fit.</source>
        <translation>CSV를 열거나 예제를 고른 다음 ‘학습’을 누르세요.</translation>
    </message>
    <message>
        <source>Press Fit: what the network knows appears here as it learns.</source>
        <translation>학습을 누르세요. 신경망이 배우는 동안 배운 내용이 여기에 나타납니다.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1분 %2초</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1시간 %2분</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>자동</translation>
    </message>
    <message>
        <source>regression</source>
        <translation>회귀</translation>
    </message>
    <message>
        <source>classification</source>
        <translation>분류</translation>
    </message>
    <message>
        <source>number</source>
        <translation>숫자</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>비어 있음</translation>
    </message>
    <message>
        <source>identifier</source>
        <translation>식별자</translation>
    </message>
    <message>
        <source>category</source>
        <translation>범주</translation>
    </message>
    <message>
        <source>You chose this output layer yourself; the class notes ask for another.</source>
        <translation>이 출력층은 직접 고르신 것입니다. 수업 자료에서는 다른 출력층을 쓰도록 합니다.</translation>
    </message>
    <message>
        <source>Regression: %1 units without activation.</source>
        <translation>회귀: 활성화 함수 없는 노드 %1개.</translation>
    </message>
    <message>
        <source>Regression: one unit without activation.</source>
        <translation>회귀: 활성화 함수 없는 노드 1개.</translation>
    </message>
    <message>
        <source>2 classes: one sigmoid unit gives the probability of &apos;%1&apos;.</source>
        <translation>클래스 2개: sigmoid 노드 1개가 &apos;%1&apos;의 확률을 나타냅니다.</translation>
    </message>
    <message>
        <source>%1 yes/no targets: one sigmoid unit for each.</source>
        <translation>예/아니요 목표 %1개: 목표마다 sigmoid 노드 1개.</translation>
    </message>
    <message>
        <source>%1 classes: softmax over %1 units.</source>
        <translation>클래스 %1개: 노드 %1개에 softmax 적용.</translation>
    </message>
    <message>
        <source>target</source>
        <translation>목표</translation>
    </message>
    <message>
        <source>units</source>
        <translation>노드 수</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>활성화 함수</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>optimizer</source>
        <translation>옵티마이저</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>배치 크기</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>other features</source>
        <translation>다른 특성</translation>
    </message>
    <message>
        <source>other scaling</source>
        <translation>다른 스케일링</translation>
    </message>
    <message>
        <source>other settings</source>
        <translation>다른 설정</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>stopped early</source>
        <translation>조기 종료</translation>
    </message>
    <message>
        <source>diverged at epoch %1</source>
        <translation>에포크 %1에서 발산</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>중지됨</translation>
    </message>
    <message>
        <source>clear elbow</source>
        <translation>뚜렷한 엘보</translation>
    </message>
    <message>
        <source>weak elbow</source>
        <translation>약한 엘보</translation>
    </message>
    <message>
        <source>unstable elbow</source>
        <translation>불안정한 엘보</translation>
    </message>
    <message>
        <source>flat</source>
        <translation>평평함</translation>
    </message>
    <message>
        <source>no elbow</source>
        <translation>엘보 없음</translation>
    </message>
    <message>
        <source>too few counts</source>
        <translation>노드 수 종류 부족</translation>
    </message>
    <message>
        <source>The curve bends here, but only slightly: look at it yourself.</source>
        <translation>곡선이 여기서 꺾이지만 정도가 약합니다. 직접 확인해 보세요.</translation>
    </message>
    <message>
        <source>All counts reach about the same loss: the smallest is enough.</source>
        <translation>모든 노드 수의 손실이 거의 같습니다. 가장 적은 노드 수로 충분합니다.</translation>
    </message>
    <message>
        <source>The loss does not fall fast and then level off: try a wider range.</source>
        <translation>손실이 빠르게 줄다가 평평해지는 모양이 아닙니다. 더 넓은 범위로 해 보세요.</translation>
    </message>
    <message>
        <source>At least 4 different unit counts are needed to see an elbow.</source>
        <translation>엘보를 보려면 서로 다른 노드 수가 4개 이상 필요합니다.</translation>
    </message>
    <message>
        <source>More units than this lower the loss only a little.</source>
        <translation>노드를 더 늘려도 손실이 조금밖에 줄지 않습니다.</translation>
    </message>
    <message>
        <source>The repeats bend at different places: run more of them.</source>
        <translation>반복마다 꺾이는 곳이 다릅니다. 반복 횟수를 늘려 보세요.</translation>
    </message>
    <message>
        <source>More units than this do not lower the loss.</source>
        <translation>노드를 더 늘려도 손실이 줄지 않습니다.</translation>
    </message>
</context>
<context>
    <name>layerlab::AdviceBar</name>
    <message>
        <source>Do this; it can be undone</source>
        <translation>이 작업을 합니다. 실행 취소할 수 있습니다</translation>
    </message>
    <message>
        <source>Open a CSV or pick an example to begin.</source>
        <translation>CSV 파일을 열거나 예제를 골라 시작하세요.</translation>
    </message>
    <message>
        <source>The data cannot be used yet: see the message under Data.</source>
        <translation>아직 데이터를 사용할 수 없습니다. 데이터 아래의 메시지를 확인하세요.</translation>
    </message>
    <message>
        <source>Preparing the data…</source>
        <translation>데이터를 준비하는 중…</translation>
    </message>
    <message>
        <source>Training. Space pauses, Shift+F5 stops.</source>
        <translation>훈련 중입니다. Space로 일시 정지, Shift+F5로 중지합니다.</translation>
    </message>
    <message>
        <source>Paused. Space goes on.</source>
        <translation>일시 정지했습니다. Space를 누르면 계속합니다.</translation>
    </message>
    <message>
        <source>Fit goes on from the present weights; Reset starts anew.</source>
        <translation>학습은 현재 가중치에서 이어지고, 초기화는 처음부터 새로 시작합니다.</translation>
    </message>
    <message>
        <source>Ready. Press Fit or Space to train.</source>
        <translation>준비되었습니다. 학습 또는 Space를 눌러 훈련하세요.</translation>
    </message>
    <message>
        <source>Previous advice</source>
        <translation>이전 조언</translation>
    </message>
    <message>
        <source>Next advice</source>
        <translation>다음 조언</translation>
    </message>
    <message>
        <source>Dismiss advice</source>
        <translation>조언 닫기</translation>
    </message>
    <message>
        <source>Do not say this again for this table</source>
        <translation>이 표에서는 다시 표시하지 않기</translation>
    </message>
    <message>
        <source>take the next rows</source>
        <translation>다음 행 가져오기</translation>
    </message>
    <message>
        <source>predict</source>
        <translation>예측</translation>
    </message>
    <message>
        <source>measure the error</source>
        <translation>오차 계산</translation>
    </message>
    <message>
        <source>compute the gradient</source>
        <translation>기울기 계산</translation>
    </message>
    <message>
        <source>adjust the weights</source>
        <translation>가중치 조정</translation>
    </message>
    <message>
        <source>measure the training loss</source>
        <translation>훈련 손실 계산</translation>
    </message>
    <message>
        <source>measure the validation loss</source>
        <translation>검증 손실 계산</translation>
    </message>
    <message>
        <source>Paused in epoch %1 after %2 of %3 batches. Next: %4. Space goes on.</source>
        <translation>에포크 %1에서 배치 %3개 중 %2개를 마치고 멈췄습니다. 다음: %4. 스페이스 키를 누르면 이어집니다.</translation>
    </message>
    <message>
        <source>The curve is of the design before the change; Fit trains the new one.</source>
        <translation>이 곡선은 변경 전 설계의 것입니다. ‘학습’을 누르면 새 설계로 훈련합니다.</translation>
    </message>
</context>
<context>
    <name>layerlab::BinaryView</name>
    <message>
        <source>ROC curve with an area of %1.</source>
        <translation>ROC 곡선, 아래 면적 %1.</translation>
    </message>
    <message>
        <source>At the cut-off %1, %2 of %3 rows are predicted right; %4 are wrongly called %5 and %6 wrongly called %7.</source>
        <translation>임곗값 %1에서 %3개 행 중 %2개를 맞혔습니다. %4개를 %5(으)로, %6개를 %7(으)로 잘못 예측했습니다.</translation>
    </message>
    <message>
        <source>Probabilities and cut-off</source>
        <translation>확률과 임곗값</translation>
    </message>
    <message>
        <source>Rows of class 1 above, of class 0 below, by their probability (heights by the square root). Drag the line: everything follows. Left/Right: by 0.01, Home: 0.5</source>
        <translation>위는 클래스 1의 행, 아래는 클래스 0의 행을 확률별로 나타냅니다(높이는 제곱근 비례). 선을 끌면 모두 따라 바뀝니다. 왼쪽/오른쪽 키: 0.01씩, Home: 0.5</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>혼동 행렬</translation>
    </message>
    <message>
        <source>Rows: what is true; columns: what is predicted. Click a cell to list its rows</source>
        <translation>행은 실제, 열은 예측입니다. 칸을 누르면 그 행들만 표시합니다</translation>
    </message>
    <message>
        <source>ROC curve</source>
        <translation>ROC 곡선</translation>
    </message>
    <message>
        <source>Every cut-off at once: how much of class 1 is found against how much of class 0 is called 1. The diagonal is guessing</source>
        <translation>모든 임곗값을 한 번에 보여 줍니다. 클래스 1을 찾아낸 비율과 클래스 0을 1로 잘못 부른 비율입니다. 대각선은 찍기와 같습니다</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>정밀도</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>재현율</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Share of rows predicted right. Here class 1 is p ≥ cut-off; Keras counts p &gt; 0.5</source>
        <translation>맞힌 행의 비율입니다. 여기서는 p ≥ 임곗값이면 클래스 1이고, Keras는 p &gt; 0.5로 셉니다</translation>
    </message>
    <message>
        <source>Of the rows called class 1, how many are</source>
        <translation>클래스 1로 예측한 행 중 실제로 1인 비율</translation>
    </message>
    <message>
        <source>Of the rows that are class 1, how many are found</source>
        <translation>실제 클래스 1인 행 중 찾아낸 비율</translation>
    </message>
    <message>
        <source>Harmonic mean of precision and recall</source>
        <translation>정밀도와 재현율의 조화 평균</translation>
    </message>
    <message>
        <source>Rows exactly on the cut-off: %1. Here they are class 1 (p ≥ cut-off), in Keras&apos; own accuracy class 0 (p &gt; cut-off).</source>
        <translation>정확히 임곗값에 놓인 행: %1개. 여기서는 클래스 1(p ≥ 임곗값)이고, Keras 자체 정확도에서는 클래스 0(p &gt; 임곗값)입니다.</translation>
    </message>
</context>
<context>
    <name>layerlab::ChartExport</name>
    <message>
        <source>Table (*.csv)</source>
        <translation>표 (*.csv)</translation>
    </message>
    <message>
        <source>Picture (*.%1)</source>
        <translation>그림 (*.%1)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Save the picture or its numbers, or copy the picture</source>
        <translation>그림이나 그 수치를 저장하거나 그림을 복사합니다</translation>
    </message>
    <message>
        <source>Numbers as CSV…</source>
        <translation>수치를 CSV로…</translation>
    </message>
    <message>
        <source>Picture as %1…</source>
        <translation>그림을 %1(으)로…</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>그림 복사</translation>
    </message>
    <message>
        <source>Copy numbers</source>
        <translation>숫자 복사</translation>
    </message>
    <message>
        <source>Save the picture or copy it</source>
        <translation>그림을 저장하거나 복사합니다</translation>
    </message>
    <message>
        <source>Copy description</source>
        <translation>설명 복사</translation>
    </message>
</context>
<context>
    <name>layerlab::ClassesView</name>
    <message>
        <source>mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>%1 of %2 rows are predicted right.</source>
        <translation>%2개 행 중 %1개를 맞혔습니다.</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>혼동 행렬</translation>
    </message>
    <message>
        <source>Rows: what is true; columns: what is predicted. Click a cell to list its rows</source>
        <translation>행은 실제, 열은 예측입니다. 칸을 누르면 그 행들만 표시합니다</translation>
    </message>
    <message>
        <source>Figures of each class</source>
        <translation>클래스별 지표</translation>
    </message>
    <message>
        <source>Precision, recall and F1 of each class</source>
        <translation>클래스별 정밀도, 재현율, F1</translation>
    </message>
    <message>
        <source>class</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>정밀도</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>재현율</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>행</translation>
    </message>
</context>
<context>
    <name>layerlab::CodePage</name>
    <message>
        <source>Code</source>
        <translation>코드</translation>
    </message>
    <message>
        <source>The design as a Keras program</source>
        <translation>설계를 Keras 프로그램으로 봅니다</translation>
    </message>
    <message>
        <source>Open a CSV file or pick an example: its Keras code appears here.</source>
        <translation>CSV 파일을 열거나 예제를 고르세요. Keras 코드가 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>Press Fit: the history appears here, epoch by epoch.</source>
        <translation>학습을 누르세요. 기록이 에포크마다 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>Live: the code follows every control, and each line lights its control. Edit it or paste Keras code.</source>
        <translation>실시간: 코드가 모든 설정을 따르고, 줄마다 해당 설정이 켜집니다. 고치거나 Keras 코드를 붙여 넣으세요.</translation>
    </message>
    <message>
        <source>Your code. Apply puts it into the design; Undo takes it back.</source>
        <translation>직접 쓴 코드입니다. 적용하면 설계가 바뀌고, 실행 취소로 되돌릴 수 있습니다.</translation>
    </message>
    <message>
        <source>Applied: the design is what your code says.</source>
        <translation>적용했습니다. 설계가 코드와 같습니다.</translation>
    </message>
    <message numerus="yes">
        <source>Applied, except %n line(s) named below.</source>
        <translation>
            <numerusform>적용했습니다. 아래에 적힌 %n줄은 제외했습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>%1번째 줄: %2</translation>
    </message>
    <message>
        <source>Keras code</source>
        <translation>Keras 코드</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>복사했습니다.</translation>
    </message>
    <message>
        <source>Save the Keras code</source>
        <translation>Keras 코드 저장</translation>
    </message>
    <message>
        <source>Python files (*.py)</source>
        <translation>Python 파일 (*.py)</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>%1(으)로 저장했습니다.</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>프로그램</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>요약</translation>
    </message>
    <message>
        <source>History</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>The Keras code of the design</source>
        <translation>설계의 Keras 코드</translation>
    </message>
    <message>
        <source>model.summary() as Keras prints it</source>
        <translation>Keras가 출력하는 model.summary()</translation>
    </message>
    <message>
        <source>history.history as a table</source>
        <translation>history.history를 표로 봅니다</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Copy what is shown to the clipboard</source>
        <translation>보이는 내용을 클립보드에 복사합니다</translation>
    </message>
    <message>
        <source>Save .py…</source>
        <translation>.py 저장…</translation>
    </message>
    <message>
        <source>Save the program as a Python file</source>
        <translation>프로그램을 Python 파일로 저장합니다</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>적용</translation>
    </message>
    <message>
        <source>Put what the code says into the design (Ctrl+Enter)</source>
        <translation>코드의 내용을 설계에 적용합니다 (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Back to the design&apos;s code</source>
        <translation>설계의 코드로 돌아가기</translation>
    </message>
    <message>
        <source>Show what the design is, live</source>
        <translation>지금 설계를 실시간으로 보여 줍니다</translation>
    </message>
    <message>
        <source>Lines that were not understood</source>
        <translation>이해하지 못한 줄</translation>
    </message>
    <message>
        <source>Choose one to go to its line</source>
        <translation>하나를 고르면 그 줄로 갑니다</translation>
    </message>
    <message>
        <source>Edit the program or paste another, then Apply</source>
        <translation>프로그램을 고치거나 다른 코드를 붙여 넣은 뒤 적용하세요</translation>
    </message>
</context>
<context>
    <name>layerlab::ColumnInspector</name>
    <message>
        <source>minimum</source>
        <translation>최솟값</translation>
    </message>
    <message>
        <source>maximum</source>
        <translation>최댓값</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>median</source>
        <translation>중앙값</translation>
    </message>
    <message>
        <source>standard deviation</source>
        <translation>표준편차</translation>
    </message>
    <message>
        <source>different values</source>
        <translation>서로 다른 값</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>결측</translation>
    </message>
    <message>
        <source>From %1 to %2, mean %3</source>
        <translation>%1부터 %2까지, 평균 %3</translation>
    </message>
    <message>
        <source>%1 rows have other values</source>
        <translation>%1개 행에는 다른 값이 있습니다</translation>
    </message>
    <message>
        <source>What the network learns to predict</source>
        <translation>신경망이 예측을 배우는 열</translation>
    </message>
    <message>
        <source>What the network sees</source>
        <translation>신경망이 보는 열</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>제외</translation>
    </message>
    <message>
        <source>number</source>
        <translation>숫자</translation>
    </message>
    <message>
        <source>Values that are more or less than each other</source>
        <translation>크기를 비교할 수 있는 값</translation>
    </message>
    <message>
        <source>category</source>
        <translation>범주</translation>
    </message>
    <message>
        <source>Labels; as a feature one input for each</source>
        <translation>이름표. 특성일 때는 이름표마다 입력 하나</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>역할</translation>
    </message>
    <message>
        <source>What the column is used for</source>
        <translation>열을 무엇에 쓰는지</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>유형</translation>
    </message>
    <message>
        <source>How the column&apos;s values are understood</source>
        <translation>열의 값을 어떻게 이해할지</translation>
    </message>
    <message>
        <source>Values and how often</source>
        <translation>값과 횟수</translation>
    </message>
    <message>
        <source>The values and how many rows have them</source>
        <translation>값과 그 값을 가진 행의 수</translation>
    </message>
    <message>
        <source>value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>행</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>분포</translation>
    </message>
    <message>
        <source>How the values are spread; labels by frequency</source>
        <translation>값이 퍼진 모습. 이름표는 많은 순</translation>
    </message>
    <message>
        <source>Figures of the column</source>
        <translation>열의 통계</translation>
    </message>
    <message>
        <source>File order</source>
        <translation>파일 순서</translation>
    </message>
    <message>
        <source>Rising</source>
        <translation>오름차순</translation>
    </message>
    <message>
        <source>Falling</source>
        <translation>내림차순</translation>
    </message>
    <message>
        <source>Show the rows as they stand in the file</source>
        <translation>행을 파일에 있는 순서대로 보입니다</translation>
    </message>
    <message>
        <source>Sort the view by this column; training is not affected</source>
        <translation>이 열로 정렬해 봅니다. 훈련에는 영향이 없습니다</translation>
    </message>
    <message>
        <source>Sort the view by this column, largest first</source>
        <translation>이 열의 큰 값부터 정렬해 봅니다</translation>
    </message>
    <message>
        <source>Most often %1, in %2 rows; %3 different values</source>
        <translation>가장 많은 값은 %1(%2행), 서로 다른 값 %3개</translation>
    </message>
</context>
<context>
    <name>layerlab::ConfusionView</name>
    <message>
        <source>predicted</source>
        <translation>예측</translation>
    </message>
    <message>
        <source>true</source>
        <translation>실제</translation>
    </message>
    <message>
        <source>%1 rows that are %2 were called %3. Click: show only these.</source>
        <translation>실제 %2인 행 %1개를 %3(으)로 예측했습니다. 누르면 이 행들만 표시합니다.</translation>
    </message>
</context>
<context>
    <name>layerlab::CutOffPlot</name>
    <message>
        <source>← called %1</source>
        <translation>← %1 예측</translation>
    </message>
    <message>
        <source>called %1 →</source>
        <translation>%1 예측 →</translation>
    </message>
</context>
<context>
    <name>layerlab::DataPage</name>
    <message>
        <source>Data table</source>
        <translation>데이터 표</translation>
    </message>
    <message>
        <source>The table as it was read</source>
        <translation>읽어 들인 그대로의 표</translation>
    </message>
    <message>
        <source>Row %1: %2</source>
        <translation>행 %1: %2</translation>
    </message>
    <message>
        <source>Open a CSV or pick an example to see its table.</source>
        <translation>CSV를 열거나 예제를 고르면 표가 표시됩니다.</translation>
    </message>
    <message>
        <source>Remarks on the file</source>
        <translation>파일에 대한 참고 사항</translation>
    </message>
    <message>
        <source>The table as it was read; row numbers as in the file</source>
        <translation>읽은 그대로의 표, 행 번호는 파일 기준</translation>
    </message>
    <message>
        <source>Choose a remark to go to its row</source>
        <translation>참고 사항을 선택하면 해당 행으로 이동합니다</translation>
    </message>
    <message>
        <source>The first %1 rows while the file is being loaded…</source>
        <translation>파일을 읽는 동안 처음 %1행을 보입니다…</translation>
    </message>
    <message>
        <source>Sorting…</source>
        <translation>정렬하는 중…</translation>
    </message>
    <message>
        <source>%1 rows × %2 columns</source>
        <translation>행 %1개 × 열 %2개</translation>
    </message>
    <message>
        <source>encoding %1</source>
        <translation>인코딩 %1</translation>
    </message>
    <message>
        <source>Sort rising</source>
        <translation>오름차순 정렬</translation>
    </message>
    <message>
        <source>Sort falling</source>
        <translation>내림차순 정렬</translation>
    </message>
    <message>
        <source>File order</source>
        <translation>파일 순서</translation>
    </message>
    <message>
        <source>Remarks: %1</source>
        <translation>참고 사항: %1</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>열</translation>
    </message>
    <message>
        <source>The chosen column in detail</source>
        <translation>선택한 열 자세히 보기</translation>
    </message>
    <message>
        <source>What was noticed while reading the file</source>
        <translation>파일을 읽으면서 알게 된 것</translation>
    </message>
    <message>
        <source>Column and remarks</source>
        <translation>열과 알림</translation>
    </message>
    <message>
        <source>Columns of the table</source>
        <translation>표의 열</translation>
    </message>
    <message>
        <source>Click a role to change it; double-click to sort</source>
        <translation>역할을 클릭하면 바꿀 수 있고, 두 번 클릭하면 정렬합니다</translation>
    </message>
    <message>
        <source>marked rows kept aside for validation: %1</source>
        <translation>표시된 검증용 행: %1</translation>
    </message>
    <message>
        <source>The column chosen in the table, and what its reading found</source>
        <translation>표에서 고른 열과 파일을 읽으며 발견한 점</translation>
    </message>
</context>
<context>
    <name>layerlab::DataPanel</name>
    <message>
        <source>All features</source>
        <translation>모든 특성</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>과제</translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation>스케일링</translation>
    </message>
    <message>
        <source>Scale the target</source>
        <translation>목표 스케일링</translation>
    </message>
    <message>
        <source>Missing values</source>
        <translation>결측값</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>분할</translation>
    </message>
    <message>
        <source>Validation share</source>
        <translation>검증 비율</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>목표</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>특성</translation>
    </message>
    <message>
        <source>%1 rows × %2 columns</source>
        <translation>행 %1개 × 열 %2개</translation>
    </message>
    <message>
        <source>Remarks: %1</source>
        <translation>참고 사항: %1</translation>
    </message>
    <message>
        <source>%1: %2, %3 different values</source>
        <translation>%1: %2, 서로 다른 값 %3개</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>자동</translation>
    </message>
    <message>
        <source>automatic: regression</source>
        <translation>자동: 회귀</translation>
    </message>
    <message>
        <source>automatic: classification</source>
        <translation>자동: 분류</translation>
    </message>
    <message>
        <source>automatic: %1 classes</source>
        <translation>자동: %1개 클래스</translation>
    </message>
    <message>
        <source>Text, or only 0 and 1: classification; other numbers: regression</source>
        <translation>글자이거나 0과 1뿐이면 분류, 다른 숫자면 회귀입니다</translation>
    </message>
    <message>
        <source>regression</source>
        <translation>회귀</translation>
    </message>
    <message>
        <source>Predict a number</source>
        <translation>숫자를 예측합니다</translation>
    </message>
    <message>
        <source>classification</source>
        <translation>분류</translation>
    </message>
    <message>
        <source>Predict one of several classes</source>
        <translation>여러 클래스 중 하나를 예측합니다</translation>
    </message>
    <message>
        <source>Validation share: %1 %</source>
        <translation>검증 비율: %1 %</translation>
    </message>
    <message>
        <source>Part of the rows kept aside to check the network</source>
        <translation>신경망을 확인하려고 따로 떼어 두는 행의 비율</translation>
    </message>
    <message>
        <source>%1 rows train, %2 validate</source>
        <translation>훈련 %1행, 검증 %2행</translation>
    </message>
    <message>
        <source>%1; %2 incomplete rows left out</source>
        <translation>%1, 값이 빠진 행 %2개 제외</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>예제</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Numbers as they stand in the file</source>
        <translation>파일에 적힌 숫자 그대로</translation>
    </message>
    <message>
        <source>standard</source>
        <translation>표준화</translation>
    </message>
    <message>
        <source>Mean 0 and standard deviation 1</source>
        <translation>평균 0, 표준편차 1</translation>
    </message>
    <message>
        <source>min–max</source>
        <translation>최소–최대</translation>
    </message>
    <message>
        <source>From 0 to 1</source>
        <translation>0에서 1까지</translation>
    </message>
    <message>
        <source>drop rows</source>
        <translation>행 제외</translation>
    </message>
    <message>
        <source>Leave rows with gaps out</source>
        <translation>빈 값이 있는 행을 뺍니다</translation>
    </message>
    <message>
        <source>fill mean</source>
        <translation>평균으로 채움</translation>
    </message>
    <message>
        <source>Fill gaps with the column&apos;s mean</source>
        <translation>빈 값을 열의 평균으로 채웁니다</translation>
    </message>
    <message>
        <source>last rows (Keras)</source>
        <translation>마지막 행(Keras)</translation>
    </message>
    <message>
        <source>The last rows of the file validate, as validation_split in Keras</source>
        <translation>Keras의 validation_split처럼 파일의 마지막 행으로 검증합니다</translation>
    </message>
    <message>
        <source>random rows</source>
        <translation>무작위 행</translation>
    </message>
    <message>
        <source>Drawn by the seed</source>
        <translation>시드로 뽑습니다</translation>
    </message>
    <message>
        <source>stratified</source>
        <translation>층화</translation>
    </message>
    <message>
        <source>Drawn by the seed, each class with the same share</source>
        <translation>시드로 뽑되 클래스마다 같은 비율로 뽑습니다</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>Fold or unfold the data settings</source>
        <translation>데이터 설정 접기 또는 펼치기</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>열기…</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>파일 열기</translation>
    </message>
    <message>
        <source>Open a CSV file or a project (Ctrl+O)</source>
        <translation>CSV 파일이나 프로젝트 열기 (Ctrl+O)</translation>
    </message>
    <message>
        <source>Load one of the bundled tables</source>
        <translation>내장된 표 중 하나를 불러옵니다</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Cancel loading</source>
        <translation>불러오기 취소</translation>
    </message>
    <message>
        <source>Stop loading; the present table stays</source>
        <translation>불러오기를 멈춥니다. 지금 표는 그대로 남습니다</translation>
    </message>
    <message>
        <source>Remarks on the file</source>
        <translation>파일에 대한 참고 사항</translation>
    </message>
    <message>
        <source>Show what was noticed while reading the file</source>
        <translation>읽으면서 발견한 점을 보여 줍니다</translation>
    </message>
    <message>
        <source>The column the network learns to predict</source>
        <translation>신경망이 예측을 배울 열</translation>
    </message>
    <message>
        <source>The columns the network sees</source>
        <translation>신경망이 보는 열</translation>
    </message>
    <message>
        <source>All</source>
        <translation>모두</translation>
    </message>
    <message>
        <source>Tick every column</source>
        <translation>모든 열 선택</translation>
    </message>
    <message>
        <source>What kind of prediction it is</source>
        <translation>어떤 종류의 예측인지</translation>
    </message>
    <message>
        <source>How number columns are brought to one size</source>
        <translation>숫자 열의 크기를 맞추는 방법</translation>
    </message>
    <message>
        <source>Train on a target of mean 0 and deviation 1; predictions are scaled back</source>
        <translation>평균 0, 표준편차 1인 목표로 훈련합니다. 예측은 원래 단위로 되돌립니다</translation>
    </message>
    <message>
        <source>What happens to rows with gaps</source>
        <translation>빈 값이 있는 행을 다루는 방법</translation>
    </message>
    <message>
        <source>Which rows are kept aside for validation</source>
        <translation>검증에 쓸 행을 고르는 방법</translation>
    </message>
    <message>
        <source>Other sources</source>
        <translation>다른 데이터</translation>
    </message>
    <message>
        <source>Generate, paint or paste a table; reload it</source>
        <translation>표를 생성하거나 찍거나 붙여 넣고, 다시 읽습니다</translation>
    </message>
    <message>
        <source>Reading options</source>
        <translation>읽기 설정</translation>
    </message>
    <message>
        <source>How the file was read: encoding, delimiter, names, decimal mark</source>
        <translation>파일을 읽은 방법: 인코딩, 구분자, 열 이름, 소수점</translation>
    </message>
    <message>
        <source>Open a CSV, pick an example or make data.</source>
        <translation>CSV를 열거나 예제를 고르거나 데이터를 만드세요.</translation>
    </message>
    <message>
        <source>Counting the complete rows…</source>
        <translation>빠진 값이 없는 행을 세는 중…</translation>
    </message>
    <message>
        <source>Left out: %1</source>
        <translation>제외된 열: %1</translation>
    </message>
</context>
<context>
    <name>layerlab::ElbowAside</name>
    <message>
        <source>Why the elbow?</source>
        <translation>왜 엘보인가요?</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Close this part</source>
        <translation>이 부분을 닫습니다</translation>
    </message>
    <message>
        <source>To the Loss page</source>
        <translation>손실 페이지로</translation>
    </message>
    <message>
        <source>Put this curve among the runs and show the Loss page</source>
        <translation>이 곡선을 실행 목록에 넣고 손실 페이지를 엽니다</translation>
    </message>
    <message>
        <source>Loss curve of one training</source>
        <translation>학습 한 번의 손실 곡선</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>에포크</translation>
    </message>
</context>
<context>
    <name>layerlab::ElbowPage</name>
    <message>
        <source>Elbow</source>
        <translation>엘보</translation>
    </message>
    <message>
        <source>How many units are enough?</source>
        <translation>노드는 몇 개면 충분할까요?</translation>
    </message>
    <message>
        <source>No elbow curve yet.</source>
        <translation>아직 엘보 곡선이 없습니다.</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>측정값</translation>
    </message>
    <message>
        <source>What the curve shows for each count</source>
        <translation>노드 수마다 곡선이 보여 주는 값</translation>
    </message>
    <message>
        <source>final val_loss</source>
        <translation>최종 val_loss</translation>
    </message>
    <message>
        <source>Validation loss after the last epoch</source>
        <translation>마지막 에포크 뒤의 검증 손실</translation>
    </message>
    <message>
        <source>best val_loss</source>
        <translation>최저 val_loss</translation>
    </message>
    <message>
        <source>Lowest validation loss of all epochs</source>
        <translation>모든 에포크 중 가장 낮은 검증 손실</translation>
    </message>
    <message>
        <source>training loss</source>
        <translation>훈련 손실</translation>
    </message>
    <message>
        <source>Training loss after the last epoch</source>
        <translation>마지막 에포크 뒤의 훈련 손실</translation>
    </message>
    <message>
        <source>Axis</source>
        <translation>축</translation>
    </message>
    <message>
        <source>How the counts are spaced; the elbow may move</source>
        <translation>노드 수의 간격. 엘보가 달라질 수 있습니다</translation>
    </message>
    <message>
        <source>log2</source>
        <translation>log2</translation>
    </message>
    <message>
        <source>Each step doubles the units</source>
        <translation>한 칸마다 노드 수가 두 배</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>선형</translation>
    </message>
    <message>
        <source>Equal steps are equal counts</source>
        <translation>같은 간격은 같은 개수</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>표</translation>
    </message>
    <message>
        <source>Show the figures as a table</source>
        <translation>수치를 표로 보기</translation>
    </message>
    <message>
        <source>Figures of the sweep</source>
        <translation>스윕 수치</translation>
    </message>
    <message>
        <source>One row for each number of units</source>
        <translation>노드 수마다 한 행</translation>
    </message>
    <message>
        <source>Elbow curve</source>
        <translation>엘보 곡선</translation>
    </message>
    <message>
        <source>units</source>
        <translation>노드 수</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>guess: %1 units</source>
        <translation>예상: 노드 %1개</translation>
    </message>
    <message>
        <source>How many units will be enough? Click your guess here, then press Start: the network is trained with each number of units.</source>
        <translation>노드가 몇 개면 충분할까요? 예상하는 곳을 여기에서 클릭한 다음 시작을 누르세요. 노드 수마다 신경망을 학습합니다.</translation>
    </message>
    <message>
        <source>earlier: %1</source>
        <translation>이전: %1</translation>
    </message>
    <message>
        <source>1 − accuracy</source>
        <translation>1 − 정확도</translation>
    </message>
    <message>
        <source>1 − R²</source>
        <translation>1 − R²</translation>
    </message>
    <message>
        <source>Share of wrong predictions, on the validation part</source>
        <translation>검증 데이터에서 틀린 예측의 비율</translation>
    </message>
    <message>
        <source>Share of the targets&apos; variation that stays unexplained, on the validation part</source>
        <translation>검증 데이터에서 설명되지 않고 남은 타깃 변동의 비율</translation>
    </message>
    <message>
        <source>classic</source>
        <translation>고전 방식</translation>
    </message>
    <message>
        <source>Linear, and Kneedle as the kneed library has it, without our guards</source>
        <translation>선형 축에서 kneed 라이브러리의 Kneedle을 그대로 씁니다(안전장치 없음)</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>왜?</translation>
    </message>
    <message>
        <source>Why the elbow?</source>
        <translation>왜 엘보인가요?</translation>
    </message>
    <message>
        <source>What the elbow means, and why not simply the lowest</source>
        <translation>엘보의 뜻과, 가장 낮은 점을 고르지 않는 까닭</translation>
    </message>
</context>
<context>
    <name>layerlab::ElbowVerdict</name>
    <message>
        <source>The elbow is where more units stop helping much.</source>
        <translation>엘보는 노드를 더 늘려도 별로 도움이 되지 않기 시작하는 곳입니다.</translation>
    </message>
    <message>
        <source>Give the layer this many units; it can be undone</source>
        <translation>이 층의 노드 수를 이 값으로 정합니다. 되돌릴 수 있습니다</translation>
    </message>
    <message>
        <source>%1 of %2, %3 left</source>
        <translation>%2 중 %1, %3 남음</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2개 중 %1번째</translation>
    </message>
    <message>
        <source>The elbow shows up once four counts are through.</source>
        <translation>노드 수 네 가지의 학습이 끝나면 엘보가 나타납니다.</translation>
    </message>
    <message numerus="yes">
        <source>Use %n units</source>
        <translation>
            <numerusform>노드 %n개 사용</numerusform>
        </translation>
    </message>
    <message>
        <source>Use the elbow</source>
        <translation>엘보 값 사용</translation>
    </message>
    <message>
        <source>Give the layer as many units as the elbow says</source>
        <translation>엘보가 알려 주는 노드 수를 층에 적용합니다</translation>
    </message>
    <message>
        <source>not clear</source>
        <translation>불분명</translation>
    </message>
    <message>
        <source>Press Start: the network is trained with each number of units.</source>
        <translation>시작을 누르세요. 노드 수마다 신경망을 훈련합니다.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>Continue the sweep</source>
        <translation>스윕 계속</translation>
    </message>
    <message>
        <source>Train what is still missing of the stopped sweep, with the settings it had</source>
        <translation>멈춘 스윕에서 남은 것을 그때의 설정으로 학습합니다</translation>
    </message>
</context>
<context>
    <name>layerlab::EvolutionPlot</name>
    <message>
        <source>epoch</source>
        <translation>에포크</translation>
    </message>
</context>
<context>
    <name>layerlab::ExportMenu</name>
    <message>
        <source>Chart as PNG…</source>
        <translation>차트를 PNG로…</translation>
    </message>
    <message>
        <source>Chart as SVG…</source>
        <translation>차트를 SVG로…</translation>
    </message>
    <message>
        <source>Chart as PDF…</source>
        <translation>차트를 PDF로…</translation>
    </message>
    <message>
        <source>Loss curve as CSV…</source>
        <translation>손실 곡선을 CSV로…</translation>
    </message>
    <message>
        <source>Sweep as CSV…</source>
        <translation>스윕을 CSV로…</translation>
    </message>
    <message>
        <source>Predictions as CSV…</source>
        <translation>예측을 CSV로…</translation>
    </message>
    <message>
        <source>Runs as CSV…</source>
        <translation>실행 목록을 CSV로…</translation>
    </message>
    <message>
        <source>Report as PDF…</source>
        <translation>보고서를 PDF로…</translation>
    </message>
    <message>
        <source>Keras code…</source>
        <translation>Keras 코드…</translation>
    </message>
</context>
<context>
    <name>layerlab::FeatureList</name>
    <message>
        <source>%1 · %2 missing</source>
        <translation>%1 · 결측 %2</translation>
    </message>
    <message>
        <source>%1: %2, %3 different values, %4 missing</source>
        <translation>%1: %2, 서로 다른 값 %3개, 결측 %4개</translation>
    </message>
    <message>
        <source>%1 · unusable</source>
        <translation>%1 · 사용 불가</translation>
    </message>
</context>
<context>
    <name>layerlab::FeaturesPage</name>
    <message>
        <source>unit %1</source>
        <translation>노드 %1</translation>
    </message>
    <message>
        <source>component %1 (%2 %)</source>
        <translation>주성분 %1 (%2 %)</translation>
    </message>
    <message>
        <source>a straight cut gets %1 % right</source>
        <translation>직선 경계로 %1 % 정답</translation>
    </message>
    <message>
        <source>a straight line explains R² %1</source>
        <translation>직선 모델의 R² %1</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>dead: 0 for every row</source>
        <translation>죽은 노드: 모든 행에서 0</translation>
    </message>
    <message>
        <source>%1 (saturated)</source>
        <translation>%1 (포화)</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>특성 표현</translation>
    </message>
    <message>
        <source>The rows as a hidden layer sees them, beside the inputs</source>
        <translation>은닉층이 보는 행들의 모습을 입력과 나란히 보여 줍니다</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>행 %1</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>출력층</translation>
    </message>
    <message>
        <source>Hidden %1</source>
        <translation>은닉층 %1</translation>
    </message>
    <message>
        <source>component %1</source>
        <translation>주성분 %1</translation>
    </message>
    <message>
        <source>The direction in which the outputs spread most</source>
        <translation>출력이 가장 넓게 퍼지는 방향</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>층</translation>
    </message>
    <message>
        <source>The layer whose outputs are shown</source>
        <translation>출력을 보여 줄 층</translation>
    </message>
    <message>
        <source>Across</source>
        <translation>가로</translation>
    </message>
    <message>
        <source>What the picture shows from left to right</source>
        <translation>그림의 가로 방향에 나타낼 값</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>세로</translation>
    </message>
    <message>
        <source>What the picture shows from bottom to top</source>
        <translation>그림의 세로 방향에 나타낼 값</translation>
    </message>
    <message>
        <source>The inputs</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>The layer&apos;s outputs</source>
        <translation>층의 출력</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>노드</translation>
    </message>
    <message>
        <source>What each unit reads most (by weight) and which rows wake it; choose one to see it across</source>
        <translation>각 노드가 가중치로 보아 가장 크게 읽는 입력과 가장 강하게 반응하는 행입니다. 고르면 가로축에 나타냅니다</translation>
    </message>
    <message>
        <source>How well straight cuts through this representation answer, judged on the validation rows</source>
        <translation>이 표현을 직선 경계로 나눌 때 얼마나 잘 맞히는지를 검증 행으로 잰 값입니다</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>노드</translation>
    </message>
    <message>
        <source>reads most</source>
        <translation>가장 크게 읽는 입력</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>행</translation>
    </message>
    <message>
        <source>Every row by its inputs; hollow marks are validation rows</source>
        <translation>입력으로 본 각 행. 속이 빈 표시는 검증 행입니다</translation>
    </message>
    <message>
        <source>Every row as this layer sees it; hollow marks are validation rows</source>
        <translation>이 층이 보는 각 행. 속이 빈 표시는 검증 행입니다</translation>
    </message>
</context>
<context>
    <name>layerlab::FindBar</name>
    <message>
        <source>not found</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2개 중 %1번째</translation>
    </message>
    <message>
        <source>looking…</source>
        <translation>찾는 중…</translation>
    </message>
    <message>
        <source>Find in the table</source>
        <translation>표에서 찾기</translation>
    </message>
    <message>
        <source>Text of a cell; Enter goes on, Shift+Enter back (Ctrl+F)</source>
        <translation>셀의 글자. Enter는 다음, Shift+Enter는 이전 (Ctrl+F)</translation>
    </message>
    <message>
        <source>Previous cell</source>
        <translation>이전 셀</translation>
    </message>
    <message>
        <source>To the previous cell with this text (Shift+Enter)</source>
        <translation>이 글자가 있는 이전 셀로 (Shift+Enter)</translation>
    </message>
    <message>
        <source>Next cell</source>
        <translation>다음 셀</translation>
    </message>
    <message>
        <source>To the next cell with this text (Enter)</source>
        <translation>이 글자가 있는 다음 셀로 (Enter)</translation>
    </message>
</context>
<context>
    <name>layerlab::FitPanel</name>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>옵티마이저</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>배치 크기</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Shuffle</source>
        <translation>섞기</translation>
    </message>
    <message>
        <source>Early stopping</source>
        <translation>조기 종료</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>인내(patience)</translation>
    </message>
    <message>
        <source>Best weights</source>
        <translation>최적 가중치</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>훈련</translation>
    </message>
    <message>
        <source>Fold or unfold the training settings</source>
        <translation>훈련 설정 접기 또는 펼치기</translation>
    </message>
    <message>
        <source>What training makes as small as it can</source>
        <translation>훈련이 가장 작게 만들려는 값</translation>
    </message>
    <message>
        <source>The rule that changes the weights</source>
        <translation>가중치를 바꾸는 규칙</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>Size of each step; may be changed while training</source>
        <translation>한 걸음의 크기. 훈련 중에도 바꿀 수 있습니다</translation>
    </message>
    <message>
        <source>Rows between two changes of the weights</source>
        <translation>가중치를 한 번 바꿀 때 쓰는 행의 수</translation>
    </message>
    <message>
        <source>How often all training rows are seen</source>
        <translation>모든 훈련 행을 몇 번 보는지</translation>
    </message>
    <message>
        <source>Same seed, same initial weights and order of rows</source>
        <translation>시드가 같으면 초기 가중치와 행의 순서가 같습니다</translation>
    </message>
    <message>
        <source>Another seed</source>
        <translation>다른 시드</translation>
    </message>
    <message>
        <source>Draw another seed</source>
        <translation>다른 시드를 뽑습니다</translation>
    </message>
    <message>
        <source>Epochs without a lower val_loss before training stops</source>
        <translation>val_loss가 낮아지지 않아도 기다리는 에포크 수</translation>
    </message>
    <message>
        <source>Stop early</source>
        <translation>조기 종료</translation>
    </message>
    <message>
        <source>Stop when val_loss no longer falls</source>
        <translation>val_loss가 더 이상 낮아지지 않으면 중지합니다</translation>
    </message>
    <message>
        <source>Keep the best weights</source>
        <translation>가장 좋은 가중치 유지</translation>
    </message>
    <message>
        <source>At the end go back to the weights with the lowest val_loss</source>
        <translation>끝나면 val_loss가 가장 낮았던 가중치로 되돌립니다</translation>
    </message>
    <message>
        <source>Shuffle every epoch</source>
        <translation>에포크마다 섞기</translation>
    </message>
    <message>
        <source>Another order of the rows in every epoch</source>
        <translation>에포크마다 행의 순서를 바꿉니다</translation>
    </message>
    <message>
        <source>Mean squared error: regression</source>
        <translation>평균 제곱 오차: 회귀</translation>
    </message>
    <message>
        <source>Mean absolute error: regression, calm about outliers</source>
        <translation>평균 절대 오차: 회귀, 이상값에 덜 민감</translation>
    </message>
    <message>
        <source>Squared for small errors, absolute for large ones</source>
        <translation>작은 오차는 제곱, 큰 오차는 절댓값</translation>
    </message>
    <message>
        <source>2 classes, or several yes/no targets</source>
        <translation>클래스 2개 또는 여러 개의 예/아니요 목표</translation>
    </message>
    <message>
        <source>3 or more classes</source>
        <translation>클래스 3개 이상</translation>
    </message>
</context>
<context>
    <name>layerlab::GlossaryDialog</name>
    <message>
        <source>Glossary</source>
        <translation>용어집</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>용어</translation>
    </message>
    <message>
        <source>Choose a term</source>
        <translation>용어를 고르세요</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Close this window (Esc)</source>
        <translation>이 창 닫기 (Esc)</translation>
    </message>
    <message>
        <source>target</source>
        <translation>목표</translation>
    </message>
    <message>
        <source>The column the network is to predict.</source>
        <translation>네트워크가 예측할 열입니다.</translation>
    </message>
    <message>
        <source>feature</source>
        <translation>특성</translation>
    </message>
    <message>
        <source>An input column; a text becomes one 0/1 input per label (one-hot).</source>
        <translation>입력으로 쓰는 열입니다. 텍스트는 값마다 0/1 입력 하나가 됩니다(one-hot).</translation>
    </message>
    <message>
        <source>regression and classification</source>
        <translation>회귀(regression)와 분류(classification)</translation>
    </message>
    <message>
        <source>Regression predicts a number; classification predicts which class a row is of.</source>
        <translation>회귀는 수를, 분류는 행이 어느 클래스인지를 예측합니다.</translation>
    </message>
    <message>
        <source>scaling</source>
        <translation>스케일링(scaling)</translation>
    </message>
    <message>
        <source>Brings every number to a like size, measured on the training rows only.</source>
        <translation>모든 수를 비슷한 크기로 맞춥니다. 훈련 행에서만 잽니다.</translation>
    </message>
    <message>
        <source>missing values</source>
        <translation>결측값</translation>
    </message>
    <message>
        <source>Empty cells: their rows are left out, or filled with the training rows&apos; mean.</source>
        <translation>빈 칸입니다. 그 행을 빼거나 훈련 행의 평균으로 채웁니다.</translation>
    </message>
    <message>
        <source>validation (val_loss)</source>
        <translation>검증(val_loss)</translation>
    </message>
    <message>
        <source>Rows the network never learns from; their loss says what it can really do.</source>
        <translation>네트워크가 배우지 않는 행들입니다. 그 손실이 진짜 실력을 말해 줍니다.</translation>
    </message>
    <message>
        <source>hidden layer (Dense)</source>
        <translation>은닉층(Dense)</translation>
    </message>
    <message>
        <source>Units that each see all values of the layer before and make new features of them.</source>
        <translation>노드마다 앞 층의 모든 값을 보고 새로운 특성을 만듭니다.</translation>
    </message>
    <message>
        <source>weight and bias</source>
        <translation>가중치(weight)와 편향(bias)</translation>
    </message>
    <message>
        <source>A unit adds up its inputs times their weights, plus its bias: z = x·w + b.</source>
        <translation>노드는 입력에 가중치를 곱해 모두 더하고 편향을 더합니다: z = x·w + b.</translation>
    </message>
    <message>
        <source>activation (relu, sigmoid)</source>
        <translation>활성화 함수(relu, sigmoid)</translation>
    </message>
    <message>
        <source>Bends a unit&apos;s sum; without it, stacked layers are one linear layer.</source>
        <translation>노드의 합을 꺾습니다. 없으면 쌓은 층도 하나의 선형 층입니다.</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>One number for how wrong the predictions are; fit makes it smaller.</source>
        <translation>예측이 얼마나 틀렸는지를 나타내는 수입니다. 학습은 이것을 줄입니다.</translation>
    </message>
    <message>
        <source>optimizer</source>
        <translation>옵티마이저(optimizer)</translation>
    </message>
    <message>
        <source>The rule that moves the weights against their gradient: sgd, adam ...</source>
        <translation>가중치를 기울기 반대 방향으로 움직이는 규칙입니다: sgd, adam 등.</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>학습률(learning rate)</translation>
    </message>
    <message>
        <source>How far a weight moves at each adjustment: too low is slow, too high leaps about.</source>
        <translation>조정할 때마다 가중치가 움직이는 정도입니다. 너무 낮으면 느리고 너무 높으면 이리저리 뜁니다.</translation>
    </message>
    <message>
        <source>batch size</source>
        <translation>배치 크기(batch size)</translation>
    </message>
    <message>
        <source>Rows between two adjustments of the weights.</source>
        <translation>가중치를 두 번 조정하는 사이에 쓰는 행의 수입니다.</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>Once through all training rows.</source>
        <translation>모든 훈련 행을 한 번 보는 것입니다.</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>시드(seed)</translation>
    </message>
    <message>
        <source>Fixes the random numbers: initial weights, order of rows, split.</source>
        <translation>난수를 고정합니다: 초기 가중치, 행의 순서, 분할.</translation>
    </message>
    <message>
        <source>overfitting</source>
        <translation>과적합(overfitting)</translation>
    </message>
    <message>
        <source>The training loss still falls while val_loss rises: it learns by heart.</source>
        <translation>훈련 손실은 내려가는데 val_loss는 올라갑니다. 외우고 있는 것입니다.</translation>
    </message>
    <message>
        <source>early stopping</source>
        <translation>조기 종료(early stopping)</translation>
    </message>
    <message>
        <source>Ends fit when val_loss has not improved for patience epochs.</source>
        <translation>val_loss가 patience 에포크 동안 나아지지 않으면 학습을 끝냅니다.</translation>
    </message>
    <message>
        <source>elbow curve</source>
        <translation>엘보 곡선(elbow curve)</translation>
    </message>
    <message>
        <source>Loss against the number of units; at the elbow more units stop helping.</source>
        <translation>노드 수에 따른 손실입니다. 엘보부터는 노드를 늘려도 나아지지 않습니다.</translation>
    </message>
    <message>
        <source>cut-off</source>
        <translation>임곗값(cut-off)</translation>
    </message>
    <message>
        <source>Class 1 is a probability of at least the cut-off, usually 0.5.</source>
        <translation>확률이 임곗값(보통 0.5) 이상이면 클래스 1입니다.</translation>
    </message>
    <message>
        <source>feature representation and bottleneck</source>
        <translation>특성 표현과 병목층(bottleneck)</translation>
    </message>
    <message>
        <source>What a hidden layer makes of the inputs; a bottleneck is one of very few units.</source>
        <translation>은닉층이 입력으로 만들어 내는 것입니다. 병목층은 노드가 아주 적은 층입니다.</translation>
    </message>
    <message>
        <source>Keras code</source>
        <translation>Keras 코드</translation>
    </message>
    <message>
        <source>The same network as a Python program: Sequential, compile, fit.</source>
        <translation>같은 네트워크를 쓴 Python 프로그램입니다: Sequential, compile, fit.</translation>
    </message>
    <message>
        <source>confusion matrix</source>
        <translation>혼동 행렬(confusion matrix)</translation>
    </message>
    <message>
        <source>Counts rows by true and by predicted class; what is right stands on the diagonal.</source>
        <translation>행을 실제 클래스와 예측 클래스로 나누어 셉니다. 맞힌 것은 대각선에 있습니다.</translation>
    </message>
    <message>
        <source>F1: %1</source>
        <translation>F1 키: %1</translation>
    </message>
</context>
<context>
    <name>layerlab::HelpDesk</name>
    <message>
        <source>left panel</source>
        <translation>왼쪽 패널</translation>
    </message>
    <message>
        <source>network</source>
        <translation>네트워크</translation>
    </message>
    <message>
        <source>advice</source>
        <translation>조언</translation>
    </message>
    <message>
        <source>features</source>
        <translation>특성</translation>
    </message>
    <message>
        <source>task</source>
        <translation>과제 유형</translation>
    </message>
    <message>
        <source>scaling</source>
        <translation>스케일링(scaling)</translation>
    </message>
    <message>
        <source>missing values</source>
        <translation>결측값</translation>
    </message>
    <message>
        <source>split</source>
        <translation>분할</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>optimizer</source>
        <translation>옵티마이저(optimizer)</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>학습률(learning rate)</translation>
    </message>
    <message>
        <source>batch size</source>
        <translation>배치 크기(batch size)</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>에포크(epochs)</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>시드(seed)</translation>
    </message>
    <message>
        <source>early stopping</source>
        <translation>조기 종료(early stopping)</translation>
    </message>
    <message>
        <source>shuffle</source>
        <translation>섞기</translation>
    </message>
    <message>
        <source>reading of the curve</source>
        <translation>곡선 읽기</translation>
    </message>
    <message>
        <source>pages</source>
        <translation>페이지</translation>
    </message>
    <message>
        <source>&amp;Glossary: what does this mean?</source>
        <translation>용어집: 이것은 무슨 뜻일까요?(&amp;G)</translation>
    </message>
    <message>
        <source>Ten-second &amp;tour</source>
        <translation>10초 둘러보기(&amp;T)</translation>
    </message>
    <message>
        <source>Teac&amp;her mode…</source>
        <translation>교사 모드(&amp;H)…</translation>
    </message>
    <message>
        <source>Teacher mode</source>
        <translation>교사 모드</translation>
    </message>
    <message>
        <source>Only what is ticked is shown, in this project, for whoever opens it.</source>
        <translation>체크한 것만 보입니다. 이 프로젝트를 여는 모든 사람에게 적용됩니다.</translation>
    </message>
    <message>
        <source>Show this part of the window</source>
        <translation>창의 이 부분을 보여 줍니다</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Close this window (Esc)</source>
        <translation>이 창 닫기 (Esc)</translation>
    </message>
    <message>
        <source>page %1</source>
        <translation>%1 페이지</translation>
    </message>
</context>
<context>
    <name>layerlab::LayerInspector</name>
    <message>
        <source>Initial weights</source>
        <translation>초기 가중치</translation>
    </message>
    <message>
        <source>L1</source>
        <translation>L1 규제</translation>
    </message>
    <message>
        <source>L2</source>
        <translation>L2 규제</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>편향</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>드롭아웃</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>층</translation>
    </message>
    <message>
        <source>Settings of the layer</source>
        <translation>층 설정</translation>
    </message>
    <message>
        <source>How the weights are drawn before training (kernel_initializer)</source>
        <translation>훈련 전에 가중치를 뽑는 방법(kernel_initializer)</translation>
    </message>
    <message>
        <source>Penalty on the size of the weights: makes many of them zero</source>
        <translation>가중치 크기에 대한 벌점: 많은 가중치를 0으로 만듭니다</translation>
    </message>
    <message>
        <source>Penalty on the squares of the weights: keeps them small</source>
        <translation>가중치 제곱에 대한 벌점: 가중치를 작게 유지합니다</translation>
    </message>
    <message>
        <source>Dropout behind it</source>
        <translation>뒤따르는 드롭아웃</translation>
    </message>
    <message>
        <source>Share of the outputs left out at random in each training step; 0: none</source>
        <translation>훈련 단계마다 무작위로 빼는 출력의 비율. 0이면 없음</translation>
    </message>
    <message>
        <source>A number added to each neuron&apos;s sum (use_bias)</source>
        <translation>각 뉴런의 합에 더하는 수(use_bias)</translation>
    </message>
    <message>
        <source>Weights…</source>
        <translation>가중치…</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>Look at single weights and change them</source>
        <translation>가중치를 하나씩 보고 바꿉니다</translation>
    </message>
    <message>
        <source>Choose a layer in the picture to see its settings.</source>
        <translation>그림에서 층을 선택하면 설정이 나타납니다.</translation>
    </message>
</context>
<context>
    <name>layerlab::LegendRow</name>
    <message>
        <source>Hide or show %1</source>
        <translation>%1 표시/숨기기</translation>
    </message>
    <message>
        <source>More curves</source>
        <translation>다른 곡선</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1개 더</translation>
    </message>
</context>
<context>
    <name>layerlab::LessonDesk</name>
    <message>
        <source>Open a lesson of your own…</source>
        <translation>내 수업 열기…</translation>
    </message>
    <message>
        <source>End the lesson</source>
        <translation>수업 끝내기</translation>
    </message>
    <message>
        <source>Open a lesson</source>
        <translation>수업 열기</translation>
    </message>
    <message>
        <source>Lessons (lesson.json)</source>
        <translation>수업 (lesson.json)</translation>
    </message>
    <message>
        <source>Save the summary</source>
        <translation>요약 저장</translation>
    </message>
    <message>
        <source>Text files (*.txt)</source>
        <translation>텍스트 파일 (*.txt)</translation>
    </message>
</context>
<context>
    <name>layerlab::LessonPanel</name>
    <message>
        <source>Summary</source>
        <translation>요약</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>%2단계 중 %1단계</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>마침</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>Predict: draw the loss curve you expect</source>
        <translation>예측: 예상하는 손실 곡선을 그리세요</translation>
    </message>
    <message>
        <source>Predict: click where the elbow will be</source>
        <translation>예측: 엘보가 있을 곳을 클릭하세요</translation>
    </message>
    <message>
        <source>Predict: choose an answer</source>
        <translation>예측: 답을 고르세요</translation>
    </message>
    <message>
        <source>Your prediction</source>
        <translation>나의 예측</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>완료: %1</translation>
    </message>
    <message>
        <source>To do: %1</source>
        <translation>할 일: %1</translation>
    </message>
    <message>
        <source>elbow at %1</source>
        <translation>엘보 %1</translation>
    </message>
    <message>
        <source>down to %1 %</source>
        <translation>%1 %까지</translation>
    </message>
    <message>
        <source>no elbow</source>
        <translation>엘보 없음</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>과제</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>실제 결과</translation>
    </message>
    <message>
        <source>What you did</source>
        <translation>내가 한 일</translation>
    </message>
    <message>
        <source>%1 of %2 tasks done. Your own work comes back untouched when you finish.</source>
        <translation>과제 %2개 중 %1개를 마쳤습니다. 마치면 내 작업이 그대로 돌아옵니다.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>저장…</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>수업</translation>
    </message>
    <message>
        <source>End the lesson</source>
        <translation>수업 끝내기</translation>
    </message>
    <message>
        <source>End the lesson; your own work comes back untouched</source>
        <translation>수업을 끝냅니다. 내 작업이 그대로 돌아옵니다</translation>
    </message>
    <message>
        <source>Text of the lesson</source>
        <translation>수업 글</translation>
    </message>
    <message>
        <source>Draw with the mouse, or with the arrow keys; the truth is laid over it after the run</source>
        <translation>마우스나 화살표 키로 그리세요. 실행 뒤에 실제 결과가 겹쳐집니다</translation>
    </message>
    <message>
        <source>To the step before</source>
        <translation>이전 단계로</translation>
    </message>
    <message>
        <source>To the next step</source>
        <translation>다음 단계로</translation>
    </message>
    <message>
        <source>Copy the summary to the clipboard</source>
        <translation>요약을 클립보드에 복사합니다</translation>
    </message>
    <message>
        <source>Save the summary as a text file</source>
        <translation>요약을 텍스트 파일로 저장합니다</translation>
    </message>
</context>
<context>
    <name>layerlab::LossPage</name>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>The loss over the epochs</source>
        <translation>에포크에 따른 손실</translation>
    </message>
    <message>
        <source>Press Fit: the loss curve grows here.</source>
        <translation>‘학습’을 누르세요. 여기에 손실 곡선이 그려집니다.</translation>
    </message>
    <message>
        <source>Open a CSV or pick an example, then press Fit.</source>
        <translation>CSV를 열거나 예제를 고른 다음 ‘학습’을 누르세요.</translation>
    </message>
    <message>
        <source>No loss curve yet.</source>
        <translation>아직 손실 곡선이 없습니다.</translation>
    </message>
    <message>
        <source>%1: the training loss goes from %2 to %3 in %4 epochs.</source>
        <translation>%1: 훈련 손실이 %4 에포크 동안 %2에서 %3(으)로 바뀝니다.</translation>
    </message>
    <message>
        <source>%1 The validation loss ends at %2.</source>
        <translation>%1 검증 손실의 최종값은 %2입니다.</translation>
    </message>
    <message>
        <source>Log loss</source>
        <translation>로그 손실</translation>
    </message>
    <message>
        <source>Logarithmic loss axis: equal steps are equal ratios</source>
        <translation>로그 손실 축: 같은 간격은 같은 비율을 나타냅니다</translation>
    </message>
    <message>
        <source>Log epochs</source>
        <translation>로그 에포크</translation>
    </message>
    <message>
        <source>Logarithmic epoch axis: shows the first epochs larger</source>
        <translation>로그 에포크 축: 처음 에포크들을 더 크게 보여 줍니다</translation>
    </message>
    <message>
        <source>Smoothing %1 %</source>
        <translation>평활화 %1 %</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>평활화</translation>
    </message>
    <message>
        <source>Smooths the lines; the true ones stay, thinner</source>
        <translation>선을 매끄럽게 합니다. 실제 선은 더 가늘게 남습니다</translation>
    </message>
    <message>
        <source>Loss curve</source>
        <translation>손실 곡선</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>What the curve says will stand here.</source>
        <translation>곡선에 대한 설명이 여기에 표시됩니다.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Only losses</source>
        <translation>손실만</translation>
    </message>
    <message>
        <source>Share of the spread that is explained: 1 − loss / baseline</source>
        <translation>설명된 변동의 비율: 1 − 손실 / 기준선</translation>
    </message>
    <message>
        <source>Metric, against an axis at the right</source>
        <translation>지표(오른쪽 축)</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>평가 지표</translation>
    </message>
    <message>
        <source>A second figure of the same epochs, on its own axis</source>
        <translation>같은 에포크의 다른 수치를 별도 축에 그립니다</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>표시</translation>
    </message>
    <message>
        <source>Logarithmic epochs, smoothing, metrics and axis ranges</source>
        <translation>로그 에포크, 평활화, 지표, 축 범위</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>에포크 %1</translation>
    </message>
</context>
<context>
    <name>layerlab::MainWindow</name>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>%1 files (*.%2)</source>
        <translation>%1 파일 (*.%2)</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>페이지</translation>
    </message>
    <message>
        <source>One page at a time, each with a tab of its own</source>
        <translation>한 번에 한 페이지씩, 페이지마다 탭이 하나 있습니다</translation>
    </message>
</context>
<context>
    <name>layerlab::MakeDataDialog</name>
    <message>
        <source>Make data</source>
        <translation>데이터 만들기</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>생성</translation>
    </message>
    <message>
        <source>Paint</source>
        <translation>찍기</translation>
    </message>
    <message>
        <source>Use this data</source>
        <translation>이 데이터 쓰기</translation>
    </message>
    <message>
        <source>Open this table as the data</source>
        <translation>이 표를 데이터로 엽니다</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Close without a table</source>
        <translation>표를 만들지 않고 닫습니다</translation>
    </message>
    <message>
        <source>Circles (2 classes)</source>
        <translation>원 (클래스 2개)</translation>
    </message>
    <message>
        <source>XOR (2 classes)</source>
        <translation>XOR (클래스 2개)</translation>
    </message>
    <message>
        <source>Two Gaussians (2 classes)</source>
        <translation>가우스 분포 둘 (클래스 2개)</translation>
    </message>
    <message>
        <source>Spirals (2 classes)</source>
        <translation>나선 (클래스 2개)</translation>
    </message>
    <message>
        <source>Moons (2 classes)</source>
        <translation>초승달 (클래스 2개)</translation>
    </message>
    <message>
        <source>Plane (regression)</source>
        <translation>평면 (회귀)</translation>
    </message>
    <message>
        <source>Six bumps (regression)</source>
        <translation>봉우리 여섯 (회귀)</translation>
    </message>
    <message>
        <source>Line (regression)</source>
        <translation>직선 (회귀)</translation>
    </message>
    <message>
        <source>Sine (regression)</source>
        <translation>사인 (회귀)</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>모양</translation>
    </message>
    <message>
        <source>What the points look like</source>
        <translation>점들이 이루는 모양</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>잡음</translation>
    </message>
    <message>
        <source>How much chance is in the points, 0 to 0.5</source>
        <translation>점에 섞인 우연의 크기, 0에서 0.5</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>행</translation>
    </message>
    <message>
        <source>How many points</source>
        <translation>점의 수</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>The same number, the same points</source>
        <translation>같은 수이면 같은 점이 나옵니다</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>미리 보기</translation>
    </message>
    <message>
        <source>The generated points</source>
        <translation>생성된 점</translation>
    </message>
    <message>
        <source>Paint this class (key %1)</source>
        <translation>이 클래스를 찍습니다 (키 %1)</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Two classes, or points of a curve</source>
        <translation>클래스 둘, 또는 곡선의 점</translation>
    </message>
    <message>
        <source>Two classes</source>
        <translation>클래스 둘</translation>
    </message>
    <message>
        <source>A curve y(x)</source>
        <translation>곡선 y(x)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Take the last stroke back (Ctrl+Z)</source>
        <translation>마지막으로 찍은 것을 되돌립니다 (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>Do the last stroke again (Ctrl+Shift+Z)</source>
        <translation>되돌린 것을 다시 찍습니다 (Ctrl+Shift+Z)</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>모두 지우기</translation>
    </message>
    <message>
        <source>Remove all points; can be undone</source>
        <translation>점을 모두 지웁니다. 되돌릴 수 있습니다</translation>
    </message>
    <message>
        <source>Click or drag to paint; the right button paints the other class, Shift+click erases. Keys: arrows, Enter, Delete, 1, 2.</source>
        <translation>클릭하거나 끌어서 점을 찍으세요. 오른쪽 버튼은 다른 클래스, Shift+클릭은 지우기입니다. 키: 화살표, Enter, Delete, 1, 2.</translation>
    </message>
    <message>
        <source>Plane to paint in</source>
        <translation>점을 찍는 평면</translation>
    </message>
    <message>
        <source>Click to set points</source>
        <translation>클릭하면 점이 찍힙니다</translation>
    </message>
    <message numerus="yes">
        <source>%n points</source>
        <translation>
            <numerusform>점 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Click at least 4 points of a curve.</source>
        <translation>곡선의 점을 4개 이상 찍으세요.</translation>
    </message>
    <message>
        <source>Click at least 4 points, some of each class.</source>
        <translation>점을 4개 이상, 클래스마다 찍으세요.</translation>
    </message>
    <message>
        <source>class %1</source>
        <translation>클래스 %1</translation>
    </message>
    <message>
        <source>Click or drag to paint; Shift+click erases. Keys: arrows, Enter, Delete.</source>
        <translation>클릭하거나 끌어서 점을 찍으세요. Shift+클릭은 지우기입니다. 키: 화살표, Enter, Delete.</translation>
    </message>
    <message>
        <source>%1: %2 points with a noise of %3.</source>
        <translation>%1: 점 %2개, 잡음 %3.</translation>
    </message>
    <message>
        <source>A curve of %1 painted points.</source>
        <translation>그린 점 %1개로 된 곡선.</translation>
    </message>
    <message>
        <source>%1 painted points of class 0 and %2 of class 1.</source>
        <translation>그린 점: 클래스 0은 %1개, 클래스 1은 %2개.</translation>
    </message>
</context>
<context>
    <name>layerlab::MessageRow</name>
    <message>
        <source>Close message</source>
        <translation>메시지 닫기</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>이 메시지 닫기</translation>
    </message>
    <message>
        <source>Remedy</source>
        <translation>해결</translation>
    </message>
    <message>
        <source>Do what the message offers</source>
        <translation>메시지가 제안하는 일을 합니다</translation>
    </message>
</context>
<context>
    <name>layerlab::NetworkCanvas</name>
    <message>
        <source>Add a layer in front</source>
        <translation>앞에 층 추가</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>복제</translation>
    </message>
    <message>
        <source>Move left</source>
        <translation>왼쪽으로 이동</translation>
    </message>
    <message>
        <source>Move right</source>
        <translation>오른쪽으로 이동</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>제거</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>확대</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>축소</translation>
    </message>
    <message>
        <source>Fit to window</source>
        <translation>창에 맞추기</translation>
    </message>
    <message>
        <source>%1 for the first row</source>
        <translation>첫 번째 행에서 %1</translation>
    </message>
    <message>
        <source>%1 → %2
weight %3</source>
        <translation>%1 → %2
가중치 %3</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>입력</translation>
    </message>
    <message numerus="yes">
        <source>%n inputs</source>
        <translation>
            <numerusform>입력 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>no parameters</source>
        <translation>매개변수 없음</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>드롭아웃</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>Hidden %1</source>
        <translation>은닉층 %1</translation>
    </message>
    <message>
        <source>rate %1</source>
        <translation>비율 %1</translation>
    </message>
    <message>
        <source>⋯ %1 more</source>
        <translation>⋯ %1개 더</translation>
    </message>
    <message>
        <source>%1: rate %2</source>
        <translation>%1: 비율 %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n units, %2</source>
        <translation>
            <numerusform>%1: 노드 %n개, %2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, unit %2</source>
        <translation>%1, 노드 %2</translation>
    </message>
    <message>
        <source>Duplicate %1</source>
        <translation>%1 복제</translation>
    </message>
    <message>
        <source>Duplicate this layer (Ctrl+D)</source>
        <translation>이 층 복제 (Ctrl+D)</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 제거</translation>
    </message>
    <message>
        <source>Remove this layer (Delete)</source>
        <translation>이 층 제거 (Delete)</translation>
    </message>
    <message>
        <source>Units of %1</source>
        <translation>%1의 노드 수</translation>
    </message>
    <message>
        <source>Units: the number of neurons of this layer</source>
        <translation>노드 수: 이 층의 뉴런 개수</translation>
    </message>
    <message>
        <source>Activation of %1</source>
        <translation>%1의 활성화 함수</translation>
    </message>
    <message>
        <source>Activation function: %1</source>
        <translation>활성화 함수: %1</translation>
    </message>
    <message>
        <source>Add a layer after %1</source>
        <translation>%1 뒤에 층 추가</translation>
    </message>
    <message>
        <source>Add a hidden layer here</source>
        <translation>여기에 은닉층 추가</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>Open a CSV or pick an example</source>
        <translation>CSV를 열거나 예제를 고르세요</translation>
    </message>
    <message>
        <source>Click to change it</source>
        <translation>클릭하면 바꿀 수 있습니다</translation>
    </message>
    <message>
        <source>The network: its layers, units and weights</source>
        <translation>신경망: 층, 노드, 가중치</translation>
    </message>
    <message>
        <source>Click to change its bias</source>
        <translation>클릭하면 편향을 바꿀 수 있습니다</translation>
    </message>
    <message>
        <source>Dead: 0 for all %1 rows looked at; it can no longer learn from them.</source>
        <translation>죽은 노드: 살펴본 행 %1개 모두에서 0이며, 이 행들에서는 더 이상 학습하지 못합니다.</translation>
    </message>
    <message>
        <source>Saturated: at its limit for all %1 rows looked at; it learns very slowly.</source>
        <translation>포화: 살펴본 행 %1개 모두에서 한계값에 있으며, 매우 느리게 학습합니다.</translation>
    </message>
</context>
<context>
    <name>layerlab::NetworkPane</name>
    <message>
        <source>Insert layer</source>
        <translation>층 삽입</translation>
    </message>
    <message>
        <source>Remove layer</source>
        <translation>층 제거</translation>
    </message>
    <message>
        <source>Duplicate layer</source>
        <translation>층 복제</translation>
    </message>
    <message>
        <source>Move layer</source>
        <translation>층 이동</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>노드 수</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>활성화 함수</translation>
    </message>
    <message>
        <source>Output by the task</source>
        <translation>과제에 따른 출력</translation>
    </message>
    <message>
        <source>%1 inputs · %2 layers · %3 parameters</source>
        <translation>입력 %1개 · 층 %2개 · 매개변수 %3개</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>Add a layer</source>
        <translation>층 추가</translation>
    </message>
    <message>
        <source>Add a hidden layer in front of the output</source>
        <translation>출력층 앞에 은닉층 추가</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>축소</translation>
    </message>
    <message>
        <source>Show the network smaller</source>
        <translation>신경망을 더 작게 표시</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>확대</translation>
    </message>
    <message>
        <source>Show the network larger</source>
        <translation>신경망을 더 크게 표시</translation>
    </message>
    <message>
        <source>Fit to window</source>
        <translation>창에 맞추기</translation>
    </message>
    <message>
        <source>Show the whole network</source>
        <translation>신경망 전체 표시</translation>
    </message>
    <message>
        <source>Settings of the layer</source>
        <translation>층 설정</translation>
    </message>
    <message>
        <source>Initial weights, bias, L1, L2 and dropout of the chosen layer</source>
        <translation>선택한 층의 초기 가중치, 편향, L1, L2, 드롭아웃</translation>
    </message>
</context>
<context>
    <name>layerlab::NumbersView</name>
    <message>
        <source>true %1, predicted %2</source>
        <translation>실제 %1, 예측 %2</translation>
    </message>
    <message>
        <source>true %1</source>
        <translation>실제 %1</translation>
    </message>
    <message>
        <source>predicted %1</source>
        <translation>예측 %1</translation>
    </message>
    <message>
        <source>error: predicted − true</source>
        <translation>오차: 예측 − 실제</translation>
    </message>
    <message>
        <source>Predicted against true %1: R² %2, on average %3 off.</source>
        <translation>실제 %1과 예측의 비교: R² %2, 평균 오차 %3.</translation>
    </message>
    <message>
        <source>Errors of %1 with a root mean square of %2.</source>
        <translation>%1의 오차, 제곱 평균 제곱근 %2.</translation>
    </message>
    <message>
        <source>Predicted against true</source>
        <translation>예측과 실제</translation>
    </message>
    <message>
        <source>One dot per row; on the diagonal the prediction is exact. Click a dot to list its row</source>
        <translation>행마다 점 하나입니다. 대각선 위의 점은 정확히 맞힌 것입니다. 점을 누르면 그 행을 표시합니다</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>오차</translation>
    </message>
    <message>
        <source>Predicted minus true; a pattern here can still be learned</source>
        <translation>예측에서 실제를 뺀 값입니다. 여기에 규칙이 보이면 아직 더 배울 수 있습니다</translation>
    </message>
    <message>
        <source>Share of the target&apos;s variance that is explained; 0: no better than the mean</source>
        <translation>타깃의 분산 중 설명한 비율입니다. 0이면 평균만 못합니다</translation>
    </message>
    <message>
        <source>Mean absolute error, in units of the target</source>
        <translation>평균 절대 오차(타깃의 단위)</translation>
    </message>
    <message>
        <source>Root of the mean squared error, in units of the target</source>
        <translation>평균 제곱 오차의 제곱근(타깃의 단위)</translation>
    </message>
</context>
<context>
    <name>layerlab::PaintPlane</name>
    <message>
        <source>Clear</source>
        <translation>모두 지우기</translation>
    </message>
    <message>
        <source>Paint</source>
        <translation>찍기</translation>
    </message>
    <message>
        <source>Erase a point</source>
        <translation>점 지우기</translation>
    </message>
</context>
<context>
    <name>layerlab::PredictPage</name>
    <message>
        <source>Predict</source>
        <translation>예측</translation>
    </message>
    <message>
        <source>What the network says about the rows, and how often it is right</source>
        <translation>신경망이 각 행을 어떻게 예측하고 얼마나 맞히는지 보여 줍니다</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>표 (*.csv)</translation>
    </message>
    <message>
        <source>Predict the rows of a CSV</source>
        <translation>CSV의 행 예측</translation>
    </message>
    <message>
        <source>Save the predictions</source>
        <translation>예측 저장</translation>
    </message>
    <message>
        <source>Rows to predict</source>
        <translation>예측할 행</translation>
    </message>
    <message>
        <source>Judge the network on rows it did not train on</source>
        <translation>학습하지 않은 행으로 신경망을 평가하세요</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>목표</translation>
    </message>
    <message>
        <source>The target whose predictions are shown</source>
        <translation>예측을 보여 줄 타깃</translation>
    </message>
    <message>
        <source>Cut-off</source>
        <translation>임곗값</translation>
    </message>
    <message>
        <source>Class 1 is p ≥ cut-off, as in the class notes (Keras&apos; own accuracy counts p &gt; 0.5)</source>
        <translation>수업 노트처럼 p ≥ 임곗값이면 클래스 1입니다(Keras의 정확도는 p &gt; 0.5로 셉니다)</translation>
    </message>
    <message>
        <source>The same in Python</source>
        <translation>파이썬으로 쓰면</translation>
    </message>
    <message>
        <source>This line turns probabilities into classes</source>
        <translation>확률을 클래스로 바꾸는 줄입니다</translation>
    </message>
    <message>
        <source>Surface</source>
        <translation>경계면</translation>
    </message>
    <message>
        <source>Show what the network says over the plane of both inputs</source>
        <translation>두 입력 평면에서의 예측을 보여 줍니다</translation>
    </message>
    <message>
        <source>Predict a CSV…</source>
        <translation>CSV 예측…</translation>
    </message>
    <message>
        <source>Predict a CSV</source>
        <translation>CSV 예측</translation>
    </message>
    <message>
        <source>Predict the rows of another file with the same columns and save the answers</source>
        <translation>같은 열을 가진 다른 파일의 행을 예측하여 저장합니다</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>저장…</translation>
    </message>
    <message>
        <source>Save the predictions for every row of the open table as CSV</source>
        <translation>열려 있는 표의 모든 행에 대한 예측을 CSV로 저장합니다</translation>
    </message>
    <message>
        <source>%1 of %2 rows while training</source>
        <translation>학습 중에는 %2개 행 중 %1개</translation>
    </message>
    <message>
        <source>p = %1 for %2</source>
        <translation>%2일 확률 p = %1</translation>
    </message>
    <message>
        <source>p = %1</source>
        <translation>p = %1</translation>
    </message>
    <message>
        <source>validation rows</source>
        <translation>검증 행</translation>
    </message>
    <message>
        <source>Rows the network never trained on</source>
        <translation>신경망이 학습하지 않은 행</translation>
    </message>
    <message>
        <source>training rows</source>
        <translation>훈련 행</translation>
    </message>
    <message>
        <source>Rows the network trained on</source>
        <translation>신경망이 학습한 행</translation>
    </message>
</context>
<context>
    <name>layerlab::ProjectDoor</name>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Tables and projects (*.csv *.tsv *.txt *.layerlab *.json);;All files (*)</source>
        <translation>표와 프로젝트 (*.csv *.tsv *.txt *.layerlab *.json);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>Save project</source>
        <translation>프로젝트 저장</translation>
    </message>
    <message>
        <source>Projects (*.layerlab)</source>
        <translation>프로젝트 (*.layerlab)</translation>
    </message>
    <message>
        <source>The project was not saved</source>
        <translation>프로젝트를 저장하지 못했습니다</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>아직 없음</translation>
    </message>
    <message>
        <source>project</source>
        <translation>프로젝트</translation>
    </message>
    <message>
        <source>%1 is open in another LayerLab. Save it under another name.</source>
        <translation>%1은(는) 다른 LayerLab에서 열려 있습니다. 다른 이름으로 저장하세요.</translation>
    </message>
</context>
<context>
    <name>layerlab::RangeForm</name>
    <message>
        <source>%1 from</source>
        <translation>%1 시작</translation>
    </message>
    <message>
        <source>%1 to</source>
        <translation>%1 끝</translation>
    </message>
    <message>
        <source>Shown stretch of the axis; Enter applies it</source>
        <translation>축에 표시할 범위. Enter 키로 적용합니다</translation>
    </message>
    <message>
        <source>From must be below to; a logarithmic axis begins above 0.</source>
        <translation>시작은 끝보다 작아야 하고, 로그 축은 0보다 커야 합니다.</translation>
    </message>
    <message>
        <source>Automatic range</source>
        <translation>자동 범위</translation>
    </message>
    <message>
        <source>Show everything again (double click)</source>
        <translation>전체를 다시 보기(두 번 클릭)</translation>
    </message>
</context>
<context>
    <name>layerlab::ReadingBar</name>
    <message>
        <source>Do this; it can be undone</source>
        <translation>이 작업을 합니다. 실행 취소할 수 있습니다</translation>
    </message>
    <message>
        <source>less</source>
        <translation>간단히</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1개 더</translation>
    </message>
    <message>
        <source>One row of sentences</source>
        <translation>설명을 한 줄로 줄입니다</translation>
    </message>
    <message>
        <source>All sentences, in as many rows as needed</source>
        <translation>설명을 모두 펼칩니다</translation>
    </message>
</context>
<context>
    <name>layerlab::ReadingOptions</name>
    <message>
        <source>auto: %1</source>
        <translation>자동: %1</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>자동</translation>
    </message>
    <message>
        <source>Found out from the file</source>
        <translation>파일에서 알아냅니다</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>탭</translation>
    </message>
    <message>
        <source>space</source>
        <translation>공백</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Korean Windows</source>
        <translation>한국어 Windows</translation>
    </message>
    <message>
        <source>Western Windows</source>
        <translation>서유럽 Windows</translation>
    </message>
    <message>
        <source>comma ,</source>
        <translation>쉼표 ,</translation>
    </message>
    <message>
        <source>semicolon ;</source>
        <translation>세미콜론 ;</translation>
    </message>
    <message>
        <source>pipe |</source>
        <translation>세로줄 |</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>있음</translation>
    </message>
    <message>
        <source>no</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>first row</source>
        <translation>첫 행</translation>
    </message>
    <message>
        <source>The first row has the names</source>
        <translation>첫 행에 열 이름이 있습니다</translation>
    </message>
    <message>
        <source>no names</source>
        <translation>이름 없음</translation>
    </message>
    <message>
        <source>The first row is data already</source>
        <translation>첫 행부터 데이터입니다</translation>
    </message>
    <message>
        <source>point 3.14</source>
        <translation>점 3.14</translation>
    </message>
    <message>
        <source>comma 3,14</source>
        <translation>쉼표 3,14</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>인코딩</translation>
    </message>
    <message>
        <source>How letters are written as bytes</source>
        <translation>글자를 바이트로 쓰는 방법</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>구분자</translation>
    </message>
    <message>
        <source>What stands between two fields</source>
        <translation>두 칸 사이에 있는 글자</translation>
    </message>
    <message>
        <source>Column names</source>
        <translation>열 이름</translation>
    </message>
    <message>
        <source>Whether the first row has the names</source>
        <translation>첫 행에 이름이 있는지</translation>
    </message>
    <message>
        <source>Decimal mark</source>
        <translation>소수점</translation>
    </message>
    <message>
        <source>What stands before the decimals</source>
        <translation>소수 앞에 쓰는 글자</translation>
    </message>
</context>
<context>
    <name>layerlab::RecoveryBar</name>
    <message>
        <source>Recover</source>
        <translation>복구</translation>
    </message>
    <message>
        <source>Open the work as it was, in place of what is open</source>
        <translation>지금 열려 있는 것 대신 그때의 작업을 그대로 엽니다</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>버리기</translation>
    </message>
    <message>
        <source>Throw this work away for good</source>
        <translation>이 작업을 완전히 버립니다</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>나중에</translation>
    </message>
    <message>
        <source>Keep the work and ask again at the next start</source>
        <translation>작업을 보관하고 다음에 시작할 때 다시 묻습니다</translation>
    </message>
    <message>
        <source>LayerLab ended without saving &apos;%1&apos;. Its work of %2 is here.</source>
        <translation>LayerLab이 &apos;%1&apos;을(를) 저장하지 않고 끝났습니다. %2의 작업이 남아 있습니다.</translation>
    </message>
</context>
<context>
    <name>layerlab::RocPlot</name>
    <message>
        <source>false positive rate</source>
        <translation>거짓 양성 비율</translation>
    </message>
    <message>
        <source>true positive rate</source>
        <translation>참 양성 비율</translation>
    </message>
    <message>
        <source>ROC needs rows of both classes</source>
        <translation>ROC에는 두 클래스의 행이 모두 필요합니다</translation>
    </message>
    <message>
        <source>AUC %1</source>
        <translation>AUC %1</translation>
    </message>
</context>
<context>
    <name>layerlab::RowForm</name>
    <message>
        <source>The value of %1; empty counts as missing</source>
        <translation>%1의 값. 비워 두면 결측값으로 봅니다</translation>
    </message>
    <message>
        <source>Prediction for the typed row</source>
        <translation>입력한 행의 예측</translation>
    </message>
</context>
<context>
    <name>layerlab::RowsModel</name>
    <message>
        <source>row</source>
        <translation>행</translation>
    </message>
    <message>
        <source>error</source>
        <translation>오차</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>예측</translation>
    </message>
    <message>
        <source>true</source>
        <translation>실제</translation>
    </message>
</context>
<context>
    <name>layerlab::RowsPane</name>
    <message>
        <source>Rows</source>
        <translation>행</translation>
    </message>
    <message>
        <source>Type a row</source>
        <translation>행 직접 입력</translation>
    </message>
    <message>
        <source>Every row with its prediction</source>
        <translation>모든 행과 그 예측</translation>
    </message>
    <message>
        <source>What does the network say about a row of your own?</source>
        <translation>직접 만든 행을 신경망은 어떻게 예측할까요?</translation>
    </message>
    <message>
        <source>Predicted rows</source>
        <translation>예측한 행</translation>
    </message>
    <message>
        <source>Row numbers as in the file. A chosen row is marked in the pictures and fills the form</source>
        <translation>행 번호는 파일과 같습니다. 고른 행은 그림에 표시되고 입력란을 채웁니다</translation>
    </message>
    <message>
        <source>Only wrong ones</source>
        <translation>틀린 행만</translation>
    </message>
    <message>
        <source>List only rows that are predicted wrong</source>
        <translation>잘못 예측한 행만 표시합니다</translation>
    </message>
</context>
<context>
    <name>layerlab::RunList</name>
    <message>
        <source>Rename run</source>
        <translation>실행 이름 바꾸기</translation>
    </message>
    <message>
        <source>Name of the run</source>
        <translation>실행 이름</translation>
    </message>
    <message>
        <source>Restore the design of %1</source>
        <translation>%1의 설계 복원</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Fold or unfold the list of runs</source>
        <translation>실행 목록 접기/펼치기</translation>
    </message>
    <message>
        <source>Every fit is kept here, to be compared with the next one.</source>
        <translation>모든 학습이 여기에 보관되어 다음 학습과 비교할 수 있습니다.</translation>
    </message>
    <message>
        <source>Colour of %1</source>
        <translation>%1의 색</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 제거</translation>
    </message>
    <message>
        <source>Compare runs…</source>
        <translation>실행 비교…</translation>
    </message>
    <message>
        <source>Compare runs</source>
        <translation>실행 비교</translation>
    </message>
    <message>
        <source>All runs as a table, the best one marked</source>
        <translation>모든 실행을 표로 보고 가장 좋은 실행을 표시합니다</translation>
    </message>
</context>
<context>
    <name>layerlab::RunRow</name>
    <message>
        <source>starting</source>
        <translation>시작 중</translation>
    </message>
    <message>
        <source>val_loss %1</source>
        <translation>검증 손실 %1</translation>
    </message>
    <message>
        <source>loss %1</source>
        <translation>손실 %1</translation>
    </message>
    <message>
        <source>%1 · best %2</source>
        <translation>%1 · 최고 %2</translation>
    </message>
    <message>
        <source>Hide this run</source>
        <translation>이 실행 숨기기</translation>
    </message>
    <message>
        <source>Show this run</source>
        <translation>이 실행 표시</translation>
    </message>
    <message>
        <source>Hide this run in the loss plot</source>
        <translation>손실 그래프에서 이 실행 숨기기</translation>
    </message>
    <message>
        <source>Show this run in the loss plot</source>
        <translation>손실 그래프에 이 실행 표시</translation>
    </message>
    <message>
        <source>Run menu</source>
        <translation>실행 메뉴</translation>
    </message>
    <message>
        <source>Rename, restore or remove this run</source>
        <translation>이 실행의 이름 바꾸기, 복원 또는 제거</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>이름 바꾸기…</translation>
    </message>
    <message>
        <source>Restore this design</source>
        <translation>이 설계 복원</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>제거</translation>
    </message>
    <message>
        <source>Colour %1</source>
        <translation>색 %1</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>색</translation>
    </message>
    <message>
        <source>best</source>
        <translation>최고</translation>
    </message>
    <message>
        <source>The lowest validation loss of the runs with the same target and loss</source>
        <translation>목표와 손실이 같은 실행 가운데 검증 손실이 가장 낮음</translation>
    </message>
</context>
<context>
    <name>layerlab::RunTable</name>
    <message>
        <source>%1, epoch %2</source>
        <translation>%1, 에포크 %2</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>running</source>
        <translation>훈련 중</translation>
    </message>
    <message>
        <source>Every fit becomes a row here. Press Fit.</source>
        <translation>훈련할 때마다 여기에 한 행이 생깁니다. 학습을 누르세요.</translation>
    </message>
    <message>
        <source>★: the lowest validation loss of the runs with the same target and loss.</source>
        <translation>★: 목표와 손실이 같은 실행 가운데 검증 손실이 가장 낮습니다.</translation>
    </message>
    <message>
        <source>Two runs with the same target and loss can be compared.</source>
        <translation>목표와 손실이 같은 실행이 둘 있으면 비교할 수 있습니다.</translation>
    </message>
    <message>
        <source>Compare runs</source>
        <translation>실행 비교</translation>
    </message>
    <message>
        <source>run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>units</source>
        <translation>노드 수</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>활성화 함수(activation)</translation>
    </message>
    <message>
        <source>loss function</source>
        <translation>손실 함수</translation>
    </message>
    <message>
        <source>optimizer</source>
        <translation>옵티마이저(optimizer)</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>배치 크기</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>시드(seed)</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>에포크(epochs)</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>val_loss</source>
        <translation>검증 손실</translation>
    </message>
    <message>
        <source>best val_loss</source>
        <translation>최저 val_loss</translation>
    </message>
    <message>
        <source>metric</source>
        <translation>지표</translation>
    </message>
    <message>
        <source>time</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>종료</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Copy the table, for a spreadsheet</source>
        <translation>표를 스프레드시트용으로 복사합니다</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Close this window (Esc)</source>
        <translation>이 창 닫기 (Esc)</translation>
    </message>
</context>
<context>
    <name>layerlab::SketchPad</name>
    <message>
        <source>epoch</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>units</source>
        <translation>노드 수</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>truth</source>
        <translation>실제</translation>
    </message>
    <message>
        <source>mine</source>
        <translation>나의 예측</translation>
    </message>
</context>
<context>
    <name>layerlab::StageBoard</name>
    <message>
        <source>Point at a cell, or walk with the arrow keys: its sum is spelled out below</source>
        <translation>칸을 가리키거나 화살표 키로 옮기면 그 계산을 아래에 풀어 씁니다</translation>
    </message>
    <message>
        <source>W, b: initial weights</source>
        <translation>W, b: 초기 가중치</translation>
    </message>
    <message>
        <source>W, b: for the next batch</source>
        <translation>W, b: 다음 배치에 쓸 값</translation>
    </message>
    <message>
        <source>A of the layer before</source>
        <translation>앞 층의 A</translation>
    </message>
    <message>
        <source>ŷ: predicted</source>
        <translation>ŷ: 예측</translation>
    </message>
    <message>
        <source>y: true</source>
        <translation>y: 실제</translation>
    </message>
    <message>
        <source>loss of each row</source>
        <translation>행별 손실</translation>
    </message>
    <message>
        <source>w: old</source>
        <translation>w: 이전</translation>
    </message>
    <message>
        <source>g = dL/dw</source>
        <translation>g = dL/dw</translation>
    </message>
    <message>
        <source>m: moment of g</source>
        <translation>m: g의 모멘트</translation>
    </message>
    <message>
        <source>a: sum of g²</source>
        <translation>a: g²의 합</translation>
    </message>
    <message>
        <source>u: largest |g|</source>
        <translation>u: 가장 큰 |g|</translation>
    </message>
    <message>
        <source>v: moment of g²</source>
        <translation>v: g²의 모멘트</translation>
    </message>
    <message>
        <source>w: new</source>
        <translation>w: 새 값</translation>
    </message>
</context>
<context>
    <name>layerlab::StagesPage</name>
    <message>
        <source>Stages</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>What fit does, one stage at a time, with real numbers</source>
        <translation>학습(fit)이 하는 일을 실제 숫자와 함께 한 단계씩 보여 줍니다</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>출력층</translation>
    </message>
    <message>
        <source>Hidden %1</source>
        <translation>은닉층 %1</translation>
    </message>
    <message>
        <source>Point at a cell: its sum is spelled out here.</source>
        <translation>칸을 가리키면 그 계산을 여기에 풀어 씁니다.</translation>
    </message>
    <message>
        <source>Open a CSV or pick an example, then step through the training.</source>
        <translation>CSV를 열거나 예제를 고른 뒤 학습을 한 단계씩 따라가 보세요.</translation>
    </message>
    <message>
        <source>Press “Next stage”: fit begins with its initial weights, then predicts, measures the error and adjusts, batch after batch.</source>
        <translation>“다음 단계”를 누르세요. 초기 가중치에서 시작하여 배치마다 예측하고, 오차를 재고, 조정합니다.</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>예측</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>오차</translation>
    </message>
    <message>
        <source>Adjust</source>
        <translation>조정</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>The five stages of fit</source>
        <translation>학습의 다섯 단계</translation>
    </message>
    <message>
        <source>Where fit stands; stage 5 goes back to 2</source>
        <translation>학습이 어느 단계에 있는지 보여 줍니다. 5단계 다음은 2단계입니다</translation>
    </message>
    <message>
        <source>Next stage</source>
        <translation>다음 단계</translation>
    </message>
    <message>
        <source>Does the next stage and shows its numbers</source>
        <translation>다음 단계를 계산하여 숫자를 보여 줍니다</translation>
    </message>
    <message>
        <source>Play slowly</source>
        <translation>천천히 재생</translation>
    </message>
    <message>
        <source>Goes on by itself, stage after stage</source>
        <translation>단계를 하나씩 저절로 이어 갑니다</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>배치</translation>
    </message>
    <message>
        <source>To the end of the batch</source>
        <translation>배치 끝까지</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>To the end of the epoch</source>
        <translation>에포크 끝까지</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>처음부터</translation>
    </message>
    <message>
        <source>Back to before the first stage</source>
        <translation>첫 단계 이전으로 돌아갑니다</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>층</translation>
    </message>
    <message>
        <source>The layer whose numbers are shown</source>
        <translation>숫자를 보여 줄 층</translation>
    </message>
    <message>
        <source>The line in Keras</source>
        <translation>Keras의 해당 줄</translation>
    </message>
    <message>
        <source>The line of Keras code behind this stage</source>
        <translation>이 단계에 해당하는 Keras 코드입니다</translation>
    </message>
    <message>
        <source>The cell spelled out</source>
        <translation>칸의 계산식</translation>
    </message>
    <message>
        <source>Where the training stands</source>
        <translation>학습의 현재 위치</translation>
    </message>
    <message>
        <source>The numbers of this stage</source>
        <translation>이 단계의 숫자</translation>
    </message>
    <message>
        <source>The numbers left the range in epoch %1: the learning rate is too high.</source>
        <translation>에포크 %1에서 숫자가 범위를 벗어났습니다. 학습률이 너무 큽니다.</translation>
    </message>
    <message>
        <source>The training is over after epoch %1.</source>
        <translation>에포크 %1에서 학습이 끝났습니다.</translation>
    </message>
    <message>
        <source>epoch %1, batch %2 of %3: </source>
        <translation>에포크 %1, 배치 %2/%3: </translation>
    </message>
    <message>
        <source>Initial weights, drawn with seed %1; biases are zero.</source>
        <translation>시드 %1(으)로 뽑은 초기 가중치입니다. 편향은 0입니다.</translation>
    </message>
    <message>
        <source>%1 rows are predicted.</source>
        <translation>%1개 행을 예측했습니다.</translation>
    </message>
    <message>
        <source>the mean of the rows&apos; losses is %1%2</source>
        <translation>행별 손실의 평균은 %1%2</translation>
    </message>
    <message>
        <source>, penalty %1 included</source>
        <translation>(벌점 %1 포함)</translation>
    </message>
    <message>
        <source>every weight takes step %1 at learning rate %2.</source>
        <translation>모든 가중치가 학습률 %2(으)로 %1번째 걸음을 내딛습니다.</translation>
    </message>
    <message>
        <source>done, mean loss so far %1. Now the same with the next rows.</source>
        <translation>끝났습니다. 지금까지 평균 손실은 %1입니다. 다음 행들로 되풀이합니다.</translation>
    </message>
    <message>
        <source>epoch %1 done: loss %2, at its end %3</source>
        <translation>에포크 %1 끝: 손실 %2, 끝난 시점 %3</translation>
    </message>
    <message>
        <source>, val_loss %1</source>
        <translation>, val_loss %1</translation>
    </message>
    <message>
        <source>✓ Epoch %1 of the live run ended with the same weights, bit for bit.</source>
        <translation>✓ 실제 학습의 에포크 %1이(가) 끝났을 때의 가중치와 비트까지 같습니다.</translation>
    </message>
</context>
<context>
    <name>layerlab::SurfaceView</name>
    <message>
        <source>What the network says over both inputs</source>
        <translation>두 입력에 대한 신경망의 예측</translation>
    </message>
    <message>
        <source>The plane of both inputs, coloured by the prediction, with the rows on it.</source>
        <translation>두 입력의 평면을 예측 색으로 칠하고 행을 얹은 그림입니다.</translation>
    </message>
    <message>
        <source>a training row (full)</source>
        <translation>훈련 행(채움)</translation>
    </message>
    <message>
        <source>a validation row (hollow)</source>
        <translation>검증 행(속 빔)</translation>
    </message>
    <message>
        <source>Colour: the prediction at each place; full marks: training rows, hollow ones: validation rows; each class has a shape</source>
        <translation>색은 각 위치의 예측입니다. 채운 표시는 훈련 행, 속이 빈 표시는 검증 행이며, 클래스마다 모양이 다릅니다</translation>
    </message>
</context>
<context>
    <name>layerlab::SweepChooser</name>
    <message>
        <source>No earlier sweep</source>
        <translation>이전 스윕 없음</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>Lay an earlier sweep of this table under the present one</source>
        <translation>이 표의 이전 스윕을 지금 곡선 아래에 겹쳐 봅니다</translation>
    </message>
</context>
<context>
    <name>layerlab::SweepForm</name>
    <message>
        <source>Hidden %1</source>
        <translation>은닉층 %1</translation>
    </message>
    <message>
        <source>Hidden layer %1, now %2 units</source>
        <translation>은닉층 %1, 현재 노드 %2개</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>층</translation>
    </message>
    <message>
        <source>The hidden layer whose units are varied</source>
        <translation>노드 수를 바꿔 볼 은닉층</translation>
    </message>
    <message>
        <source>Unit counts</source>
        <translation>노드 수 목록</translation>
    </message>
    <message>
        <source>How the counts between from and to are chosen</source>
        <translation>시작과 끝 사이의 노드 수를 고르는 방법</translation>
    </message>
    <message>
        <source>From</source>
        <translation>시작 값</translation>
    </message>
    <message>
        <source>Smallest number of units</source>
        <translation>가장 적은 노드 수</translation>
    </message>
    <message>
        <source>To</source>
        <translation>끝 값</translation>
    </message>
    <message>
        <source>Largest number of units</source>
        <translation>가장 많은 노드 수</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>간격</translation>
    </message>
    <message>
        <source>Distance between two counts</source>
        <translation>이웃한 두 노드 수의 차이</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>노드 수 값</translation>
    </message>
    <message>
        <source>Numbers with commas: 1,2,4,8</source>
        <translation>쉼표로 구분한 숫자: 1,2,4,8</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>반복 횟수</translation>
    </message>
    <message>
        <source>Trainings for each count, each with other weights</source>
        <translation>노드 수마다 가중치를 달리하여 훈련하는 횟수</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>Epochs of every training</source>
        <translation>훈련 한 번의 에포크 수</translation>
    </message>
    <message>
        <source>powers of two</source>
        <translation>2의 거듭제곱</translation>
    </message>
    <message>
        <source>1, 2, 4, 8 …</source>
        <translation>1, 2, 4, 8 …</translation>
    </message>
    <message>
        <source>equal steps</source>
        <translation>같은 간격</translation>
    </message>
    <message>
        <source>from, from + step …</source>
        <translation>시작 값, 시작 값 + 간격 …</translation>
    </message>
    <message>
        <source>typed list</source>
        <translation>직접 입력</translation>
    </message>
    <message>
        <source>Any counts you type</source>
        <translation>원하는 노드 수를 직접 입력</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Start the sweep</source>
        <translation>스윕 시작</translation>
    </message>
    <message>
        <source>Train once for each count and repeat</source>
        <translation>노드 수와 반복마다 한 번씩 훈련합니다</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Stop the sweep</source>
        <translation>스윕 중지</translation>
    </message>
    <message>
        <source>Stop at once; finished results are kept</source>
        <translation>바로 중지하며, 끝난 결과는 남습니다</translation>
    </message>
    <message>
        <source>Guess</source>
        <translation>예상</translation>
    </message>
    <message>
        <source>The class&apos; guess of the elbow; a click into the empty picture sets it too</source>
        <translation>학급이 예상한 엘보입니다. 빈 그림을 클릭해도 정해집니다</translation>
    </message>
    <message>
        <source>Epochs of every training. Early stopping is on: patience %1</source>
        <translation>훈련 한 번의 에포크 수. 조기 종료가 켜져 있습니다: 인내(patience) %1</translation>
    </message>
</context>
<context>
    <name>layerlab::SweepTable</name>
    <message>
        <source>%1 of %2, %3 diverged</source>
        <translation>%2개 중 %1개, 발산 %3개</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2개 중 %1개</translation>
    </message>
    <message>
        <source>units</source>
        <translation>노드 수</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>매개변수</translation>
    </message>
    <message>
        <source>trainings</source>
        <translation>훈련 횟수</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>lowest</source>
        <translation>최저</translation>
    </message>
    <message>
        <source>highest</source>
        <translation>최고</translation>
    </message>
    <message>
        <source>seconds each</source>
        <translation>회당 초</translation>
    </message>
</context>
<context>
    <name>layerlab::TableModel</name>
    <message>
        <source>missing</source>
        <translation>결측값</translation>
    </message>
    <message>
        <source>%1 missing</source>
        <translation>결측값 %1개</translation>
    </message>
    <message>
        <source>%1: %2, %3, %4 different values, %5 missing</source>
        <translation>%1: %2, %3, 서로 다른 값 %4개, 결측값 %5개</translation>
    </message>
    <message>
        <source>Kept aside for validation</source>
        <translation>검증용으로 남겨 둔 행</translation>
    </message>
    <message>
        <source>Trains, if it is complete</source>
        <translation>빠진 값이 없으면 훈련에 쓰는 행</translation>
    </message>
</context>
<context>
    <name>layerlab::TimeBar</name>
    <message>
        <source>Epoch %1 of %2</source>
        <translation>에포크 %1/%2</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>현재</translation>
    </message>
    <message>
        <source>Time travel</source>
        <translation>시간 여행</translation>
    </message>
    <message>
        <source>Go to a past epoch: weights, predictions, features and the loss chart follow</source>
        <translation>지난 에포크로 갑니다. 가중치, 예측, 특성 표현, 손실 그래프가 함께 바뀝니다</translation>
    </message>
    <message>
        <source>Back to now</source>
        <translation>현재로</translation>
    </message>
    <message>
        <source>Back to the newest weights</source>
        <translation>가장 새로운 가중치로 돌아갑니다</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>단계</translation>
    </message>
</context>
<context>
    <name>layerlab::Tour</name>
    <message>
        <source>1  The data: a table, its target and its features.</source>
        <translation>1  데이터: 표와 목표, 특성입니다.</translation>
    </message>
    <message>
        <source>2  The network: add layers with (+), choose units and activation.</source>
        <translation>2  네트워크: (+)로 층을 넣고 노드 수와 활성화 함수를 고르세요.</translation>
    </message>
    <message>
        <source>3  Fit: press it and watch the weights and the loss move.</source>
        <translation>3  학습: 누르고 가중치와 손실이 움직이는 것을 보세요.</translation>
    </message>
    <message>
        <source>4  The pages: loss curve, elbow, code and more.</source>
        <translation>4  페이지: 손실 곡선, 엘보, 코드 등입니다.</translation>
    </message>
    <message>
        <source>A click or any key ends the tour.</source>
        <translation>클릭하거나 아무 키나 누르면 둘러보기가 끝납니다.</translation>
    </message>
</context>
<context>
    <name>layerlab::TrainingBar</name>
    <message>
        <source>Fit</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>Pause training (Space)</source>
        <translation>훈련 일시 정지 (Space)</translation>
    </message>
    <message>
        <source>Train the network (Space)</source>
        <translation>신경망 훈련 (Space)</translation>
    </message>
    <message>
        <source>Undo: %1 (Ctrl+Z)</source>
        <translation>실행 취소: %1 (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>실행 취소할 것이 없습니다</translation>
    </message>
    <message>
        <source>Redo: %1 (Ctrl+Shift+Z)</source>
        <translation>다시 실행: %1 (Ctrl+Shift+Z)</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>다시 실행할 것이 없습니다</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>평가 지표</translation>
    </message>
    <message>
        <source>How good the predictions are, in Keras&apos; word</source>
        <translation>예측이 얼마나 좋은지 나타내는 값(Keras 용어)</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>밝은 테마</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>어두운 테마</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Switch between Korean and English</source>
        <translation>한국어와 영어 전환</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Stop training (Shift+F5)</source>
        <translation>훈련 중지 (Shift+F5)</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>초기화</translation>
    </message>
    <message>
        <source>Forget the weights and start anew (Ctrl+R)</source>
        <translation>가중치를 지우고 처음부터 시작 (Ctrl+R)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>Times all training rows were seen, of those asked for</source>
        <translation>요청한 횟수 중 모든 훈련 행을 본 횟수</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Training loss, running mean of the epoch as Keras prints it</source>
        <translation>훈련 손실: Keras가 출력하는 것과 같은 에포크 내 누적 평균</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>검증 손실</translation>
    </message>
    <message>
        <source>Loss on the rows kept aside (val_loss)</source>
        <translation>따로 떼어 둔 행의 손실 (val_loss)</translation>
    </message>
    <message>
        <source>Rows per second</source>
        <translation>초당 행 수</translation>
    </message>
    <message>
        <source>Training rows worked through per second</source>
        <translation>1초에 처리한 훈련 행 수</translation>
    </message>
    <message>
        <source>Epoch %1, batch %2/%3</source>
        <translation>에포크 %1, 배치 %2/%3</translation>
    </message>
    <message>
        <source>One stage</source>
        <translation>한 단계</translation>
    </message>
    <message>
        <source>One batch</source>
        <translation>한 배치</translation>
    </message>
    <message>
        <source>One epoch</source>
        <translation>한 에포크</translation>
    </message>
    <message>
        <source>Predict, error, gradient or update: the next of them (F7)</source>
        <translation>예측, 오차, 기울기, 조정 중 다음 단계(F7)</translation>
    </message>
    <message>
        <source>To the next change of the weights (F8)</source>
        <translation>다음 가중치 변경까지(F8)</translation>
    </message>
    <message>
        <source>To the end of the epoch (Shift+F8)</source>
        <translation>에포크 끝까지(Shift+F8)</translation>
    </message>
    <message>
        <source>Step: %1</source>
        <translation>한 걸음: %1</translation>
    </message>
    <message>
        <source>Step: %1. %2</source>
        <translation>한 걸음: %1. %2</translation>
    </message>
    <message>
        <source>Full speed</source>
        <translation>최고 속도</translation>
    </message>
    <message>
        <source>As fast as this computer can</source>
        <translation>이 컴퓨터가 낼 수 있는 가장 빠른 속도</translation>
    </message>
    <message numerus="yes">
        <source>%n epochs/s</source>
        <translation>
            <numerusform>초당 %n 에포크</numerusform>
        </translation>
    </message>
    <message>
        <source>Held back, so that everybody can watch</source>
        <translation>모두가 볼 수 있도록 속도를 늦춥니다</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>속도</translation>
    </message>
    <message>
        <source>How fast training may go; may be changed while it runs</source>
        <translation>훈련 속도의 상한. 훈련 중에도 바꿀 수 있습니다</translation>
    </message>
    <message>
        <source>Menus</source>
        <translation>메뉴</translation>
    </message>
    <message>
        <source>All menus; F11 brings the menu bar back</source>
        <translation>모든 메뉴. F11을 누르면 메뉴 막대가 돌아옵니다</translation>
    </message>
</context>
<context>
    <name>layerlab::WeightEditor</name>
    <message>
        <source>bias</source>
        <translation>편향</translation>
    </message>
    <message>
        <source>From</source>
        <translation>보내는 쪽</translation>
    </message>
    <message>
        <source>The neuron in front, or the bias</source>
        <translation>앞쪽 뉴런 또는 편향</translation>
    </message>
    <message>
        <source>To</source>
        <translation>받는 쪽</translation>
    </message>
    <message>
        <source>The neuron whose sum it enters</source>
        <translation>합에 들어가는 쪽 뉴런</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>Its value now; Enter sets another, Ctrl+Z takes it back</source>
        <translation>현재 값. Enter 키로 바꾸고 Ctrl+Z로 되돌립니다</translation>
    </message>
</context>
<context>
    <name>layerlab::WeightsPage</name>
    <message>
        <source>Weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>The weights, gradients and activations of a layer over the epochs</source>
        <translation>에포크에 따른 한 층의 가중치, 기울기, 활성값</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>출력층</translation>
    </message>
    <message>
        <source>Hidden %1</source>
        <translation>은닉층 %1</translation>
    </message>
    <message>
        <source>%1 from %2 to %3, mean %4</source>
        <translation>%1: %2부터 %3까지, 평균 %4</translation>
    </message>
    <message>
        <source>%1 of %2 units are dead (0 for every row)</source>
        <translation>노드 %2개 중 %1개가 죽었습니다(모든 행에서 0)</translation>
    </message>
    <message>
        <source>%1 of %2 units are saturated (at an end of their range)</source>
        <translation>노드 %2개 중 %1개가 포화되었습니다(범위의 끝)</translation>
    </message>
    <message>
        <source>no unit is dead or saturated</source>
        <translation>죽거나 포화된 노드가 없습니다</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>층</translation>
    </message>
    <message>
        <source>The layer whose numbers are shown</source>
        <translation>숫자를 보여 줄 층</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>노드</translation>
    </message>
    <message>
        <source>Each column is one epoch&apos;s histogram; the darker, the more numbers lie there. The line is the mean</source>
        <translation>한 열이 한 에포크의 히스토그램입니다. 진할수록 그 값이 많습니다. 선은 평균입니다</translation>
    </message>
    <message>
        <source>Weights over the epochs</source>
        <translation>에포크별 가중치</translation>
    </message>
    <message>
        <source>Gradients over the epochs</source>
        <translation>에포크별 기울기</translation>
    </message>
    <message>
        <source>Activations over the epochs</source>
        <translation>에포크별 활성값</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>기울기</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>활성값</translation>
    </message>
</context>
<context>
    <name>layerlab::WelcomePane</name>
    <message>
        <source>Watch a neural network learn</source>
        <translation>신경망이 배우는 모습을 지켜보세요</translation>
    </message>
    <message>
        <source>Choose a door. The first falling curve is less than a minute away.</source>
        <translation>문을 하나 고르세요. 1분 안에 내려가는 첫 곡선을 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Lesson 1</source>
        <translation>첫 수업</translation>
    </message>
    <message>
        <source>An example</source>
        <translation>예제</translation>
    </message>
    <message>
        <source>My own CSV…</source>
        <translation>내 CSV…</translation>
    </message>
    <message>
        <source>What happens at model.fit: seven minutes, step by step</source>
        <translation>model.fit에서 일어나는 일: 7분, 한 단계씩</translation>
    </message>
    <message>
        <source>Penguins: four measurements, three species. Then press Fit.</source>
        <translation>펭귄: 측정값 넷, 종 셋. 그다음 학습을 누르세요.</translation>
    </message>
    <message>
        <source>Open a table of your own, or drag it onto the window.</source>
        <translation>내 표를 열거나 창으로 끌어 놓으세요.</translation>
    </message>
    <message>
        <source>Ten-second tour</source>
        <translation>10초 둘러보기</translation>
    </message>
    <message>
        <source>Shows the four places of the window, one by one</source>
        <translation>창의 네 곳을 차례로 보여 줍니다</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>건너뛰기</translation>
    </message>
    <message>
        <source>Go straight to the window</source>
        <translation>바로 창으로 갑니다</translation>
    </message>
</context>
<context>
    <name>layerlab::WindowActions</name>
    <message>
        <source>&amp;Open…</source>
        <translation>열기(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Save project</source>
        <translation>프로젝트 저장(&amp;S)</translation>
    </message>
    <message>
        <source>Save project &amp;as…</source>
        <translation>다른 이름으로 프로젝트 저장(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>끝내기(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>실행 취소(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>다시 실행(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Copy the chart</source>
        <translation>차트 복사(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Add a hidden layer</source>
        <translation>은닉층 추가(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Duplicate the layer</source>
        <translation>층 복제(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Remove the layer</source>
        <translation>층 삭제(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Output layer by the task</source>
        <translation>과제에 맞는 출력층(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Fit or pause</source>
        <translation>학습 또는 일시 정지(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>중지(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Reset the weights</source>
        <translation>가중치 초기화(&amp;R)</translation>
    </message>
    <message>
        <source>Start the s&amp;weep</source>
        <translation>스윕 시작(&amp;W)</translation>
    </message>
    <message>
        <source>S&amp;top the sweep</source>
        <translation>스윕 중지(&amp;T)</translation>
    </message>
    <message>
        <source>Left &amp;panel</source>
        <translation>왼쪽 패널(&amp;P)</translation>
    </message>
    <message>
        <source>Pro&amp;jector mode</source>
        <translation>프로젝터 모드(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;Whole network</source>
        <translation>신경망 전체 보기(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Next panel</source>
        <translation>다음 패널(&amp;N)</translation>
    </message>
    <message>
        <source>Pre&amp;vious panel</source>
        <translation>이전 패널(&amp;V)</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>시스템 설정에 따름(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>밝게(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>어둡게(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>키보드 단축키(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About LayerLab</source>
        <translation>LayerLab 정보(&amp;A)</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>Qt 정보(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Examples</source>
        <translation>예제(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Recent files</source>
        <translation>최근 파일(&amp;R)</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>내보내기(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>편집(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>모델(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>훈련(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>언어(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>도움말(&amp;H)</translation>
    </message>
    <message>
        <source>Step one sta&amp;ge</source>
        <translation>한 단계 진행(&amp;G)</translation>
    </message>
    <message>
        <source>Step one &amp;batch</source>
        <translation>한 배치 진행(&amp;B)</translation>
    </message>
    <message>
        <source>Step one &amp;epoch</source>
        <translation>한 에포크 진행(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Reset the layout</source>
        <translation>배치 초기화(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Generate or paint…</source>
        <translation>생성하거나 찍기(&amp;G)…</translation>
    </message>
    <message>
        <source>Re&amp;load the table</source>
        <translation>표 다시 읽기(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Paste a table</source>
        <translation>표 붙여 넣기(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Find in the table</source>
        <translation>표에서 찾기(&amp;F)</translation>
    </message>
    <message>
        <source>Le&amp;ssons</source>
        <translation>수업(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Keep the data in the project</source>
        <translation>프로젝트에 데이터 넣기(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>테마(&amp;T)</translation>
    </message>
</context>
<context>
    <name>layerlab::Workbench</name>
    <message>
        <source>Learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>실행 %1</translation>
    </message>
    <message>
        <source>Run %1, continues %2</source>
        <translation>실행 %1, %2에서 이어짐</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>편향</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>%1 units, repeat %2</source>
        <translation>노드 %1개, 반복 %2</translation>
    </message>
</context>
</TS>
