<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en_US">
<context>
    <name>About</name>
    <message>
        <source>Watch a neural network think and learn.
Free software, MIT licence.</source>
        <translation>신경망이 생각하고 배우는 모습을 봅니다.
자유 소프트웨어, MIT 라이선스.</translation>
    </message>
    <message>
        <source>About nnviz</source>
        <translation>nnviz 정보</translation>
    </message>
</context>
<context>
    <name>AccuracyBoard</name>
    <message>
        <source>Weight w</source>
        <translation>가중치 w</translation>
    </message>
    <message>
        <source>Weight w of the classifier</source>
        <translation>분류기의 가중치 w</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>weight w</source>
        <translation>가중치 w</translation>
    </message>
    <message>
        <source>loss (cross-entropy)</source>
        <translation>손실 (교차 엔트로피)</translation>
    </message>
    <message>
        <source>input x of the samples</source>
        <translation>샘플의 입력 x</translation>
    </message>
    <message>
        <source>p = σ(w x + b), and targets</source>
        <translation>p = σ(w x + b)와 목푯값</translation>
    </message>
    <message>
        <source>Accuracy over the weight</source>
        <translation>가중치에 따른 정확도</translation>
    </message>
    <message>
        <source>Loss over the weight</source>
        <translation>가중치에 따른 손실</translation>
    </message>
    <message>
        <source>Samples, and the classifier&apos;s threshold</source>
        <translation>샘플과 분류기의 임계값</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>here</source>
        <translation>현재 위치</translation>
    </message>
    <message>
        <source>slope d/dw</source>
        <translation>미분 d/dw</translation>
    </message>
    <message>
        <source>a staircase: slope 0 on every step</source>
        <translation>계단 모양: 어느 단에서나 기울기가 0</translation>
    </message>
    <message>
        <source>smooth: the slope says where to go</source>
        <translation>매끄러움: 기울기가 갈 방향을 알려 줌</translation>
    </message>
    <message>
        <source>target t = {target}</source>
        <translation>목푯값 t = {target}</translation>
    </message>
    <message>
        <source>threshold {x}</source>
        <translation>임계값 {x}</translation>
    </message>
    <message>
        <source>{wrong} of {count} samples lie on the wrong side of the threshold (ringed in yellow).</source>
        <translation>샘플 {count}개 중 {wrong}개가 임계값의 잘못된 쪽에 있습니다(노란 고리).</translation>
    </message>
    <message>
        <source>The threshold is right on a sample: the accuracy jumps, and has no slope.</source>
        <translation>임계값이 정확히 샘플 위에 있어, 정확도가 뛰고 기울기가 없습니다.</translation>
    </message>
    <message>
        <source>The accuracy has slope 0: a small change of w changes nothing. The loss falls if w is {way}.</source>
        <translation>정확도의 기울기는 0이라 w를 조금 바꿔도 달라지지 않습니다. 손실은 w를 {way} 줄어듭니다.</translation>
    </message>
    <message>
        <source>raised</source>
        <translation>올리면</translation>
    </message>
    <message>
        <source>lowered</source>
        <translation>내리면</translation>
    </message>
</context>
<context>
    <name>AnswerButton</name>
    <message>
        <source>{answer}: right</source>
        <translation>{answer}: 맞음</translation>
    </message>
    <message>
        <source>{answer}: your answer, not right</source>
        <translation>{answer}: 내 답, 틀림</translation>
    </message>
</context>
<context>
    <name>AppearanceMenu</name>
    <message>
        <source>Appearance</source>
        <translation>모양</translation>
    </message>
</context>
<context>
    <name>AxisRow</name>
    <message>
        <source>nothing more</source>
        <translation>더 없음</translation>
    </message>
    <message>
        <source>only the seed</source>
        <translation>시드만</translation>
    </message>
    <message>
        <source>What varies, {number}</source>
        <translation>바꿀 설정 {number}</translation>
    </message>
    <message>
        <source>A setting that takes several values, each with each of the others</source>
        <translation>여러 값을 차례로 쓰는 설정입니다. 다른 설정의 값들과 모두 짝지어 봅니다</translation>
    </message>
    <message>
        <source>Values, with commas between them</source>
        <translation>쉼표로 나눈 값들</translation>
    </message>
    <message>
        <source>Try this value too, or leave it out</source>
        <translation>이 값도 시험하거나 뺍니다</translation>
    </message>
</context>
<context>
    <name>BackwardPart</name>
    <message>
        <source>Backward</source>
        <translation>역전파</translation>
    </message>
</context>
<context>
    <name>BareWeights</name>
    <message>
        <source>What the file does not say</source>
        <translation>파일에 적혀 있지 않은 것</translation>
    </message>
    <message>
        <source>{file} holds numbers only. Say how its network was trained, or its answers will be wrong.</source>
        <translation>{file}에는 수만 있습니다. 신경망을 어떻게 학습시켰는지 알려 주지 않으면 답이 틀리게 나옵니다.</translation>
    </message>
    <message>
        <source>All hidden layers</source>
        <translation>모든 은닉층</translation>
    </message>
    <message>
        <source>Output, {units} units</source>
        <translation>출력층, 유닛 {units}개</translation>
    </message>
    <message>
        <source>Scaling of the inputs</source>
        <translation>입력 스케일링</translation>
    </message>
    <message>
        <source>The function that its units apply to their weighted sums</source>
        <translation>그 유닛들이 가중합에 적용하는 함수</translation>
    </message>
    <message>
        <source>What the last layer does with its weighted sums</source>
        <translation>마지막 층이 가중합에 하는 일</translation>
    </message>
    <message>
        <source>What was done to the inputs before the first layer</source>
        <translation>첫째 층에 넣기 전 입력의 처리</translation>
    </message>
    <message>
        <source>Open the network as it stands above</source>
        <translation>위에 적힌 대로 신경망을 엽니다</translation>
    </message>
    <message>
        <source>Open nothing</source>
        <translation>열지 않습니다</translation>
    </message>
    <message>
        <source>{layer}, {units} units, batch normalisation</source>
        <translation>{layer}, 유닛 {units}개, 배치 정규화</translation>
    </message>
    <message>
        <source>{layer}, {units} units</source>
        <translation>{layer}, 유닛 {units}개</translation>
    </message>
    <message>
        <source>{name}, α = {alpha}</source>
        <translation>{name}, α = {alpha}</translation>
    </message>
    <message>
        <source>0 to 1 (ToTensor)</source>
        <translation>0에서 1 (ToTensor)</translation>
    </message>
    <message>
        <source>mean 0.1307 and deviation 0.3081 taken out (Normalize)</source>
        <translation>평균 0.1307을 빼고 표준편차 0.3081로 나눔 (Normalize)</translation>
    </message>
    <message>
        <source>none, raw numbers</source>
        <translation>없음, 원래 값 그대로</translation>
    </message>
</context>
<context>
    <name>BatchWords</name>
    <message>
        <source>Batch</source>
        <translation>배치</translation>
    </message>
    <message>
        <source>Mini-batch</source>
        <translation>미니배치</translation>
    </message>
    <message>
        <source>Stochastic</source>
        <translation>확률적</translation>
    </message>
    <message>
        <source>least squares</source>
        <translation>최소 제곱</translation>
    </message>
    <message>
        <source>start</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>{name} is outside</source>
        <translation>{name}: 그림 밖</translation>
    </message>
    <message>
        <source>batch size</source>
        <translation>배치 크기</translation>
    </message>
    <message>
        <source>batches an epoch</source>
        <translation>에폭당 배치 수</translation>
    </message>
    <message>
        <source>iterations</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>w, slope</source>
        <translation>기울기 w</translation>
    </message>
    <message>
        <source>b, bias</source>
        <translation>절편 b</translation>
    </message>
    <message>
        <source>mean squared error</source>
        <translation>평균 제곱 오차</translation>
    </message>
    <message>
        <source>epoch {epoch} · sample {position} of {samples}</source>
        <translation>에폭 {epoch} · 샘플 {position}/{samples}</translation>
    </message>
    <message>
        <source>{samples} samples make an epoch; with batches of {size} that is {batches} iterations.</source>
        <translation>샘플 {samples}개가 한 에폭입니다. 배치 크기가 {size}이면 반복 {batches}번입니다.</translation>
    </message>
    <message>
        <source>Epoch {epoch}, batch {batch} of {batches}: sample {sample} of {size} in this batch. {iterations} iterations are done.</source>
        <translation>에폭 {epoch}, 배치 {batch}/{batches}: 이 배치의 샘플 {sample}/{size}. 지금까지 반복 {iterations}번.</translation>
    </message>
    <message>
        <source>An iteration is one update of w and b. It uses the mean gradient of one batch of samples. An epoch is one pass through all samples, in a new random order. One tick of the clock is the gradient of one sample: all three compute it, each updates when its batch is full.</source>
        <translation>반복 한 번은 w와 b의 갱신 한 번이며, 배치 하나의 평균 기울기를 씁니다. 에폭 하나는 모든 샘플을 새로 섞은 순서로 한 번 거치는 것입니다. 시계의 한 칸은 샘플 하나의 기울기입니다. 셋 모두 이를 계산하고, 각자 배치가 다 차면 갱신합니다.</translation>
    </message>
    <message>
        <source>Batch: the true gradient, so a smooth path straight down, but one step an epoch.</source>
        <translation>배치: 참 기울기를 쓰므로 경로가 매끄럽게 곧장 내려가지만, 한 에폭에 한 걸음뿐입니다.</translation>
    </message>
    <message>
        <source>Mini-batch: several steps an epoch, each a little off: a slightly rough path.</source>
        <translation>미니배치: 한 에폭에 여러 걸음을 가며, 걸음마다 조금씩 어긋나 경로가 약간 거칩니다.</translation>
    </message>
    <message>
        <source>Stochastic: a step at every sample. Quick at first, then it wanders around the minimum and never rests unless η falls.</source>
        <translation>확률적: 샘플마다 한 걸음씩 갑니다. 처음에는 빠르지만, η를 줄이지 않으면 최솟값 주위를 떠돌며 멈추지 않습니다.</translation>
    </message>
</context>
<context>
    <name>BatchesSection</name>
    <message>
        <source>Show {name}</source>
        <translation>{name} 표시</translation>
    </message>
    <message>
        <source>Follow {name}</source>
        <translation>{name} 따라가기</translation>
    </message>
    <message>
        <source>Error of {name}</source>
        <translation>{name}의 오차</translation>
    </message>
    <message>
        <source>Gradient descent</source>
        <translation>경사 하강법</translation>
    </message>
    <message>
        <source>Knobs</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Epoch, iteration, batch</source>
        <translation>에폭, 반복, 배치</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>지금까지</translation>
    </message>
    <message>
        <source>Mean squared error over w and b</source>
        <translation>w와 b에 대한 평균 제곱 오차</translation>
    </message>
    <message>
        <source>click to choose a start</source>
        <translation>클릭하여 시작점 선택</translation>
    </message>
    <message>
        <source>Data and lines  t ≈ w x + b</source>
        <translation>데이터와 직선  t ≈ w x + b</translation>
    </message>
    <message>
        <source>Mean squared error</source>
        <translation>평균 제곱 오차</translation>
    </message>
    <message>
        <source>w</source>
        <translation>w</translation>
    </message>
    <message>
        <source>b</source>
        <translation>b</translation>
    </message>
    <message>
        <source>x</source>
        <translation>x</translation>
    </message>
    <message>
        <source>t</source>
        <translation>t</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>에폭</translation>
    </message>
    <message>
        <source>Map of the mean squared error with three paths</source>
        <translation>세 경로가 그려진 평균 제곱 오차 지도</translation>
    </message>
    <message>
        <source>Data with three lines; the samples of the current batch are lit</source>
        <translation>데이터와 세 직선, 현재 배치의 샘플은 강조</translation>
    </message>
    <message>
        <source>Mean squared errors over epochs</source>
        <translation>에폭에 따른 평균 제곱 오차</translation>
    </message>
    <message>
        <source>Mini-batch of</source>
        <translation>미니배치 크기</translation>
    </message>
    <message>
        <source>samples of a mini-batch; everybody starts over</source>
        <translation>미니배치의 샘플 수. 바꾸면 모두 처음부터 다시 시작합니다</translation>
    </message>
    <message>
        <source>η of all</source>
        <translation>모두의 η</translation>
    </message>
    <message>
        <source>learning rate of all three</source>
        <translation>셋 모두의 학습률</translation>
    </message>
</context>
<context>
    <name>BoothWindow</name>
    <message>
        <source>Draw a digit</source>
        <translation>숫자 그리기</translation>
    </message>
    <message>
        <source>One moment, please …</source>
        <translation>잠시만 기다려 주세요 …</translation>
    </message>
</context>
<context>
    <name>BoothWords</name>
    <message>
        <source>Still there? {seconds}</source>
        <translation>아직 계신가요? {seconds}</translation>
    </message>
    <message>
        <source>Draw a digit</source>
        <translation>숫자를 그려 보세요</translation>
    </message>
    <message>
        <source>Which digit was it?</source>
        <translation>어떤 숫자였나요?</translation>
    </message>
    <message>
        <source>The network says: not a digit</source>
        <translation>신경망의 답: 숫자 아님</translation>
    </message>
    <message>
        <source>The network says: {digit}</source>
        <translation>신경망의 답: {digit}</translation>
    </message>
    <message>
        <source>for {digit}</source>
        <translation>{digit} 편</translation>
    </message>
    <message>
        <source>Visitors today {visitors} · network right {right} · fooled {fooled}</source>
        <translation>오늘 방문객 {visitors}명 · 신경망이 맞힘 {right} · 속음 {fooled}</translation>
    </message>
    <message>
        <source>No drawing is kept.</source>
        <translation>그림은 저장되지 않습니다.</translation>
    </message>
    <message>
        <source>To leave: hold the top left corner for 3&#xa0;s, PIN {pin}</source>
        <translation>나가기: 왼쪽 위 모서리 3초 누르기, PIN&#xa0;{pin}</translation>
    </message>
    <message>
        <source>Draw a digit from 0 to 9</source>
        <translation>0부터 9까지 중 하나를 그려 보세요</translation>
    </message>
    <message>
        <source>Not a digit yet …</source>
        <translation>아직 숫자가 아닙니다 …</translation>
    </message>
    <message>
        <source>Could it be {digit}?</source>
        <translation>혹시 {digit}인가요?</translation>
    </message>
    <message>
        <source>Not taken for a digit: this is what it saw.</source>
        <translation>숫자로 여기지 않았습니다. 신경망이 본 그림입니다.</translation>
    </message>
    <message>
        <source>This is what the network saw: {side} × {side} pixels.</source>
        <translation>신경망이 본 그림입니다: {side} × {side} 픽셀.</translation>
    </message>
    <message>
        <source>Nearest was {answer}. These pixels spoke for {answer} or for {rival}.</source>
        <translation>가장 가까운 답은 {answer}. 이 픽셀들은 {answer} 또는 {rival}&#xa0;편입니다.</translation>
    </message>
    <message>
        <source>These pixels spoke for {answer}, those for {rival}.</source>
        <translation>이 픽셀들은 {answer}&#xa0;편, 저 픽셀들은 {rival}&#xa0;편입니다.</translation>
    </message>
    <message>
        <source>And these {units} of its {all} units mattered most.</source>
        <translation>유닛 {all}개 중 이 {units}개가 핵심입니다.</translation>
    </message>
</context>
<context>
    <name>BoundaryPane</name>
    <message>
        <source>The network&apos;s output over the plane</source>
        <translation>평면 위의 신경망 출력</translation>
    </message>
    <message>
        <source>test points</source>
        <translation>테스트 점</translation>
    </message>
    <message>
        <source>Show test points</source>
        <translation>테스트 점 표시</translation>
    </message>
    <message>
        <source>Samples that are never trained on, as rings</source>
        <translation>학습에 쓰지 않는 샘플을 고리로 표시합니다</translation>
    </message>
    <message>
        <source>Output at a point</source>
        <translation>한 점에서의 출력</translation>
    </message>
    <message>
        <source>Paint</source>
        <translation>점 찍기</translation>
    </message>
    <message>
        <source>Paint points of your own onto the plane, and erase them</source>
        <translation>평면에 직접 점을 찍고 지웁니다</translation>
    </message>
    <message>
        <source>This picture needs two inputs, and the network has {count}: choose a data set with two inputs, or go to the Digits page to draw for a network that reads images.</source>
        <translation>이 그림에는 입력이 두 개 필요하지만 신경망의 입력은 {count}개입니다. 입력이 두 개인 데이터를 고르거나, 이미지를 읽는 신경망이라면 숫자 페이지에서 그려 보세요.</translation>
    </message>
    <message>
        <source>This picture needs two inputs, and the network has {count}: choose a data set with two inputs.</source>
        <translation>이 그림에는 입력이 두 개 필요하지만 신경망의 입력은 {count}개입니다. 입력이 두 개인 데이터를 고르세요.</translation>
    </message>
    <message>
        <source>Output over the plane</source>
        <translation>평면 위의 출력</translation>
    </message>
    <message>
        <source>Decision boundary</source>
        <translation>결정 경계</translation>
    </message>
    <message>
        <source>class {name}</source>
        <translation>클래스 {name}</translation>
    </message>
    <message>
        <source>P({name}) = {value}</source>
        <translation>P({name}) = {value}</translation>
    </message>
    <message>
        <source>output y = {value}</source>
        <translation>출력 y = {value}</translation>
    </message>
    <message>
        <source>{name}: {value}</source>
        <translation>{name}: {value}</translation>
    </message>
    <message>
        <source>output y</source>
        <translation>출력 y</translation>
    </message>
    <message>
        <source>P({name})</source>
        <translation>P({name})</translation>
    </message>
    <message>
        <source>train</source>
        <translation>훈련</translation>
    </message>
    <message>
        <source>test</source>
        <translation>테스트</translation>
    </message>
    <message>
        <source>boundary</source>
        <translation>경계</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>표시 중</translation>
    </message>
    <message>
        <source>{name}, {shown} of {count}</source>
        <translation>{name}, {count}개 중 {shown}개</translation>
    </message>
    <message>
        <source>x₁ {x1}  x₂ {x2}</source>
        <translation>x₁ {x1}  x₂ {x2}</translation>
    </message>
</context>
<context>
    <name>BoundsPanel</name>
    <message>
        <source>LogSumExp between its bounds; arrow keys move the chosen logit</source>
        <translation>두 한계 사이의 LogSumExp. 화살표 키로 선택한 로짓을 움직입니다</translation>
    </message>
</context>
<context>
    <name>CannotRead</name>
    <message>
        <source>Why drawings cannot be read</source>
        <translation>그림을 읽을 수 없는 이유</translation>
    </message>
    <message>
        <source>Open the digits page</source>
        <translation>숫자 페이지 열기</translation>
    </message>
</context>
<context>
    <name>CanvasTools</name>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Take the last stroke back ({keys})</source>
        <translation>마지막 획 되돌리기 ({keys})</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>지우개</translation>
    </message>
    <message>
        <source>Erase with the pen; the right mouse button always erases</source>
        <translation>펜으로 지우기. 마우스 오른쪽 단추는 언제나 지웁니다</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>모두 지우기</translation>
    </message>
    <message>
        <source>Empty the canvas ({keys})</source>
        <translation>캔버스 비우기 ({keys})</translation>
    </message>
</context>
<context>
    <name>ChangeView</name>
    <message>
        <source>How far the weights have moved</source>
        <translation>가중치가 움직인 정도</translation>
    </message>
</context>
<context>
    <name>ChangeWords</name>
    <message>
        <source>before</source>
        <translation>학습 전</translation>
    </message>
    <message>
        <source>after</source>
        <translation>학습 후</translation>
    </message>
    <message>
        <source>W: after − before</source>
        <translation>W: 후 − 전</translation>
    </message>
    <message>
        <source>b: after − before</source>
        <translation>b: 후 − 전</translation>
    </message>
    <message>
        <source>strongest colour: moved most</source>
        <translation>색이 진할수록 많이 움직임</translation>
    </message>
    <message>
        <source>No weight has moved</source>
        <translation>움직인 가중치 없음</translation>
    </message>
    <message>
        <source>The edges that move will glow here</source>
        <translation>움직이는 간선이 여기서 빛납니다</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>Right!</source>
        <translation>맞았어요!</translation>
    </message>
    <message>
        <source>Fooled it!</source>
        <translation>속았어요!</translation>
    </message>
    <message>
        <source>None</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>다시 그리기</translation>
    </message>
    <message>
        <source>Draw another</source>
        <translation>또 그리기</translation>
    </message>
    <message>
        <source>Touch the sheet and draw.
The network guesses while you do.</source>
        <translation>그림판에 손가락으로 그려 보세요.
그리는 동안 신경망이 알아맞힙니다.</translation>
    </message>
</context>
<context>
    <name>ClassesBoard</name>
    <message>
        <source>True class</source>
        <translation>참 클래스</translation>
    </message>
    <message>
        <source>Prediction y of {name}</source>
        <translation>{name}의 예측 y</translation>
    </message>
    <message>
        <source>Predicted probability of class {name}</source>
        <translation>클래스 {name}의 예측 확률</translation>
    </message>
    <message>
        <source>Halves</source>
        <translation>반반</translation>
    </message>
    <message>
        <source>All equal</source>
        <translation>모두 같게</translation>
    </message>
    <message>
        <source>Certain</source>
        <translation>확실하게</translation>
    </message>
    <message>
        <source>predicted probability y</source>
        <translation>예측 확률 y</translation>
    </message>
    <message>
        <source>Predicted probability of each class</source>
        <translation>클래스별 예측 확률</translation>
    </message>
    <message>
        <source>information −log₂ y in bits</source>
        <translation>정보량 −log₂ y (비트)</translation>
    </message>
    <message>
        <source>Information of each class</source>
        <translation>클래스별 정보량</translation>
    </message>
    <message>
        <source>Class {name}</source>
        <translation>클래스 {name}</translation>
    </message>
    <message>
        <source>−ln y (nats)</source>
        <translation>−ln y (내트)</translation>
    </message>
    <message>
        <source>−log₂ y (bits)</source>
        <translation>−log₂ y (비트)</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>Cross-entropy</source>
        <translation>교차 엔트로피</translation>
    </message>
    <message>
        <source>Entropy of y</source>
        <translation>y의 엔트로피</translation>
    </message>
    <message>
        <source>in nats</source>
        <translation>내트 단위</translation>
    </message>
    <message>
        <source>in bits</source>
        <translation>비트 단위</translation>
    </message>
    <message>
        <source>Squared error</source>
        <translation>제곱 오차</translation>
    </message>
    <message>
        <source>entropy
{bits} bits</source>
        <translation>엔트로피
{bits}비트</translation>
    </message>
    <message>
        <source>Class {name} was held impossible, so its cross-entropy is infinite.</source>
        <translation>클래스 {name}: 불가능하다고 예측했으므로 교차 엔트로피가 무한대입니다.</translation>
    </message>
    <message>
        <source>Cross-entropy is the information of the true class {name} alone; entropy is that of all classes, each weighed with how often y expects it.</source>
        <translation>교차 엔트로피는 참 클래스 {name} 하나의 정보량이고, 엔트로피는 모든 클래스의 정보량을 y가 예상하는 빈도로 가중한 평균입니다.</translation>
    </message>
</context>
<context>
    <name>CompareCurves</name>
    <message>
        <source>Loss and accuracy of the compared runs</source>
        <translation>비교하는 실행들의 손실과 정확도</translation>
    </message>
    <message>
        <source>Press Train to see the runs race</source>
        <translation>학습을 누르면 경주가 시작됩니다</translation>
    </message>
    <message>
        <source>bold: test · thin: training</source>
        <translation>굵은 선: 테스트 · 가는 선: 훈련</translation>
    </message>
    <message>
        <source>Mini-batches trained on, the same for every run</source>
        <translation>학습한 미니배치 수, 모든 실행에서 같음</translation>
    </message>
    <message>
        <source>iteration</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>loss and accuracy on the test set</source>
        <translation>테스트 세트의 손실과 정확도</translation>
    </message>
    <message>
        <source>Loss and test accuracy over the iterations</source>
        <translation>반복에 따른 손실과 테스트 정확도</translation>
    </message>
    <message>
        <source>test accuracy (%)</source>
        <translation>테스트 정확도 (%)</translation>
    </message>
    <message>
        <source>accuracy (%)</source>
        <translation>정확도 (%)</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Comparison of runs</source>
        <translation>실행 비교</translation>
    </message>
</context>
<context>
    <name>CompareWords</name>
    <message>
        <source>optimizer</source>
        <translation>옵티마이저</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>활성화 함수</translation>
    </message>
    <message>
        <source>initializer</source>
        <translation>초기화 방법</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>momentum</source>
        <translation>모멘텀</translation>
    </message>
    <message>
        <source>batch size</source>
        <translation>배치 크기</translation>
    </message>
    <message>
        <source>L2 penalty</source>
        <translation>L2 규제</translation>
    </message>
    <message>
        <source>L1 penalty</source>
        <translation>L1 규제</translation>
    </message>
    <message>
        <source>dropout</source>
        <translation>드롭아웃</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Same data: each seed draws its own start and its own order of mini-batches.</source>
        <translation>같은 데이터: 시드마다 시작 가중치와 미니배치 순서를 따로 뽑습니다.</translation>
    </message>
    <message>
        <source>Same order of mini-batches: each initializer draws its own start.</source>
        <translation>같은 미니배치 순서: 초기화 방법마다 시작 가중치를 따로 뽑습니다.</translation>
    </message>
    <message>
        <source>Same start, same order of samples: only where one mini-batch ends differs.</source>
        <translation>같은 시작, 같은 샘플 순서: 미니배치가 끝나는 위치만 다릅니다.</translation>
    </message>
    <message>
        <source>Same start, same order of mini-batches: only the loss differs. Two kinds of loss share no scale; compare the accuracy.</source>
        <translation>같은 시작, 같은 미니배치 순서: 손실만 다릅니다. 손실의 종류가 다르면 눈금이 같지 않으니 정확도를 비교하세요.</translation>
    </message>
    <message>
        <source>Same start, same order of mini-batches: only the {setting} differs.</source>
        <translation>같은 시작, 같은 미니배치 순서: 다른 것은 {setting}뿐입니다.</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>불러오는 중</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>준비됨</translation>
    </message>
    <message>
        <source>training</source>
        <translation>학습 중</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>일시정지</translation>
    </message>
    <message>
        <source>diverged at iteration {count}</source>
        <translation>반복 {count}에서 발산</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>iteration</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>배치</translation>
    </message>
    <message>
        <source>mini-batch loss</source>
        <translation>미니배치 손실</translation>
    </message>
    <message>
        <source>test</source>
        <translation>테스트</translation>
    </message>
    <message>
        <source>test loss</source>
        <translation>테스트 손실</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>test accuracy</source>
        <translation>테스트 정확도</translation>
    </message>
    <message>
        <source>state</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Mini-batches trained on</source>
        <translation>학습한 미니배치 수</translation>
    </message>
    <message>
        <source>Mean loss of the last 50 mini-batches</source>
        <translation>최근 미니배치 50개의 평균 손실</translation>
    </message>
    <message>
        <source>Newest loss on the whole test set</source>
        <translation>전체 테스트 세트의 최신 손실</translation>
    </message>
    <message>
        <source>Newest accuracy on the whole test set</source>
        <translation>전체 테스트 세트의 최신 정확도</translation>
    </message>
    <message>
        <source>A run that has diverged rests at its last finite state while the others go on</source>
        <translation>발산한 실행은 마지막 유한한 상태에서 멈추고 나머지는 계속합니다</translation>
    </message>
</context>
<context>
    <name>ConfusionMatrix</name>
    <message>
        <source>Confusion matrix: rows are true classes, columns predicted ones</source>
        <translation>혼동 행렬: 행은 참 클래스, 열은 예측 클래스</translation>
    </message>
</context>
<context>
    <name>ControlsPane</name>
    <message>
        <source>XOR</source>
        <translation>XOR</translation>
    </message>
    <message>
        <source>circle in a ring</source>
        <translation>원과 고리</translation>
    </message>
    <message>
        <source>two Gaussians</source>
        <translation>두 가우스 분포</translation>
    </message>
    <message>
        <source>two spirals</source>
        <translation>두 나선</translation>
    </message>
    <message>
        <source>two moons</source>
        <translation>두 반달</translation>
    </message>
    <message>
        <source>checkerboard</source>
        <translation>체커보드</translation>
    </message>
    <message>
        <source>three classes</source>
        <translation>세 클래스</translation>
    </message>
    <message>
        <source>plane (regression)</source>
        <translation>평면 (회귀)</translation>
    </message>
    <message>
        <source>wave (regression)</source>
        <translation>물결 (회귀)</translation>
    </message>
    <message>
        <source>handwriting, 8 × 8</source>
        <translation>손글씨, 8 × 8</translation>
    </message>
    <message>
        <source>MNIST, 28 × 28</source>
        <translation>MNIST, 28 × 28</translation>
    </message>
    <message>
        <source>painted points</source>
        <translation>직접 찍은 점</translation>
    </message>
    <message>
        <source>pasted table</source>
        <translation>붙여 넣은 표</translation>
    </message>
    <message>
        <source>identity</source>
        <translation>항등</translation>
    </message>
    <message>
        <source>step</source>
        <translation>계단</translation>
    </message>
    <message>
        <source>sign</source>
        <translation>부호</translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation>시그모이드</translation>
    </message>
    <message>
        <source>tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>leaky ReLU</source>
        <translation>leaky ReLU</translation>
    </message>
    <message>
        <source>PReLU</source>
        <translation>PReLU</translation>
    </message>
    <message>
        <source>ELU</source>
        <translation>ELU</translation>
    </message>
    <message>
        <source>thresholded ReLU</source>
        <translation>임계 ReLU</translation>
    </message>
    <message>
        <source>softplus</source>
        <translation>소프트플러스</translation>
    </message>
    <message>
        <source>swish</source>
        <translation>swish</translation>
    </message>
    <message>
        <source>maxout</source>
        <translation>맥스아웃</translation>
    </message>
    <message>
        <source>softmax</source>
        <translation>소프트맥스</translation>
    </message>
    <message>
        <source>mean squared error</source>
        <translation>평균 제곱 오차</translation>
    </message>
    <message>
        <source>binary cross-entropy</source>
        <translation>이진 교차 엔트로피</translation>
    </message>
    <message>
        <source>cross-entropy</source>
        <translation>교차 엔트로피</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>momentum</source>
        <translation>모멘텀</translation>
    </message>
    <message>
        <source>Nesterov</source>
        <translation>네스테로프</translation>
    </message>
    <message>
        <source>AdaGrad</source>
        <translation>AdaGrad</translation>
    </message>
    <message>
        <source>RMSProp</source>
        <translation>RMSProp</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>일정</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>계단식</translation>
    </message>
    <message>
        <source>exponential</source>
        <translation>지수</translation>
    </message>
    <message>
        <source>inverse time</source>
        <translation>역시간</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>코사인</translation>
    </message>
    <message>
        <source>zeros</source>
        <translation>모두 0</translation>
    </message>
    <message>
        <source>normal, σ = 0.01</source>
        <translation>정규 분포, σ = 0.01</translation>
    </message>
    <message>
        <source>normal, σ = 1</source>
        <translation>정규 분포, σ = 1</translation>
    </message>
    <message>
        <source>Glorot (Xavier)</source>
        <translation>Glorot (Xavier)</translation>
    </message>
    <message>
        <source>He</source>
        <translation>He</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>0 to 1</source>
        <translation>0에서 1</translation>
    </message>
    <message>
        <source>standardised</source>
        <translation>표준화</translation>
    </message>
    <message>
        <source>whitened</source>
        <translation>백색화</translation>
    </message>
    <message>
        <source>float32</source>
        <translation>float32</translation>
    </message>
    <message>
        <source>float64</source>
        <translation>float64</translation>
    </message>
    <message>
        <source>input</source>
        <translation>입력층</translation>
    </message>
    <message>
        <source>hidden {number}</source>
        <translation>은닉층 {number}</translation>
    </message>
    <message>
        <source>output</source>
        <translation>출력층</translation>
    </message>
    <message>
        <source>A change means a new start.</source>
        <translation>바꾸면 처음부터 다시 시작합니다.</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>유닛</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>활성화 함수</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>드롭아웃</translation>
    </message>
    <message>
        <source>α</source>
        <translation>α</translation>
    </message>
    <message>
        <source>θ</source>
        <translation>θ</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>조각 수</translation>
    </message>
    <message>
        <source>Batch norm</source>
        <translation>배치 정규화</translation>
    </message>
    <message>
        <source>Residual</source>
        <translation>잔차 연결</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>위로 이동</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>아래로 이동</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>제거</translation>
    </message>
    <message>
        <source>The number of units (neurons) of this hidden layer.</source>
        <translation>이 은닉층의 유닛(뉴런) 수.</translation>
    </message>
    <message>
        <source>The function that turns the weighted sums of this layer into its activations.</source>
        <translation>이 층의 가중합을 활성값으로 바꾸는 함수.</translation>
    </message>
    <message>
        <source>The slope below 0 (of PReLU: where it starts), or the scale of ELU.</source>
        <translation>0 아래에서의 기울기(PReLU에서는 시작값), 또는 ELU의 크기.</translation>
    </message>
    <message>
        <source>Normalise the weighted sums of each mini-batch to mean 0 and variance 1, then scale and shift them by the trained γ and β, before the activation.</source>
        <translation>미니배치마다 가중합을 평균 0, 분산 1로 정규화한 뒤, 학습되는 γ와 β로 늘이고 옮겨 활성화 함수에 넣습니다.</translation>
    </message>
    <message>
        <source>The share of this layer&apos;s units that is switched off at random in each training pass.</source>
        <translation>학습 중 순전파마다 무작위로 끄는 이 층 유닛의 비율.</translation>
    </message>
    <message>
        <source>The threshold: weighted sums up to θ give 0.</source>
        <translation>임계값: 가중합이 θ 이하이면 0을 냅니다.</translation>
    </message>
    <message>
        <source>The number of linear pieces: a maxout unit gives the largest of so many sums.</source>
        <translation>선형 조각의 수: 맥스아웃 유닛은 이 개수의 합 중 가장 큰 것을 냅니다.</translation>
    </message>
    <message>
        <source>Add what the layer before puts out: a skip connection past this layer&apos;s weights.</source>
        <translation>앞 층의 출력을 더합니다. 이 층의 가중치를 건너뛰는 스킵 연결입니다.</translation>
    </message>
    <message>
        <source>Move this layer one place towards the inputs.</source>
        <translation>이 층을 입력 쪽으로 한 칸 옮깁니다.</translation>
    </message>
    <message>
        <source>Move this layer one place towards the outputs.</source>
        <translation>이 층을 출력 쪽으로 한 칸 옮깁니다.</translation>
    </message>
    <message>
        <source>Remove this hidden layer.</source>
        <translation>이 은닉층을 제거합니다.</translation>
    </message>
    <message>
        <source>A residual connection adds what the layer before puts out, so both need as many units: there are {before} and {units}.</source>
        <translation>잔차 연결은 앞 층의 출력을 더하므로 두 층의 유닛 수가 같아야 합니다. 지금은 {before}개와 {units}개입니다.</translation>
    </message>
    <message>
        <source>Trained parameters of this layer: k inputs times l units are k·l weights, and l biases; batch norm adds l scales γ and l shifts β.</source>
        <translation>이 층에서 학습되는 파라미터: 입력 k개와 유닛 l개이면 가중치 k·l개와 편향 l개. 배치 정규화는 배율 γ l개와 이동 β l개를 더합니다.</translation>
    </message>
    <message>
        <source>Hidden layer {number}</source>
        <translation>은닉층 {number}</translation>
    </message>
    <message>
        <source>Hidden layer {number}: {part}</source>
        <translation>은닉층 {number}: {part}</translation>
    </message>
    <message>
        <source>off</source>
        <translation>끔</translation>
    </message>
    <message>
        <source>+ Hidden layer</source>
        <translation>+ 은닉층</translation>
    </message>
    <message>
        <source>Add a hidden layer before the output, like the last one there is.</source>
        <translation>출력층 앞에 마지막 은닉층과 같은 은닉층을 추가합니다.</translation>
    </message>
    <message>
        <source>Add a hidden layer</source>
        <translation>은닉층 추가</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>실험 설정</translation>
    </message>
    <message>
        <source>{count} parameters</source>
        <translation>파라미터 {count}개</translation>
    </message>
    <message>
        <source>Number of parameters</source>
        <translation>파라미터 수</translation>
    </message>
    <message>
        <source>Weights and biases that training changes: a layer from k to l units has k·l weights and l biases, k·l + l in all. Batch norm adds l scales γ and l shifts β.</source>
        <translation>학습으로 바뀌는 가중치와 편향: 유닛 k개에서 l개로 가는 층에는 가중치 k·l개와 편향 l개, 모두 k·l + l개가 있습니다. 배치 정규화는 배율 γ l개와 이동 β l개를 더합니다.</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>데이터 세트</translation>
    </message>
    <message>
        <source>The samples the network learns from: points of a plane, or images of handwritten digits. Inputs, output layer and loss are set to fit.</source>
        <translation>신경망이 배우는 샘플: 평면 위의 점 또는 손글씨 숫자 이미지. 입력, 출력층, 손실은 이에 맞춰 정해집니다.</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>샘플 수</translation>
    </message>
    <message>
        <source>How many samples there are in all, training and test set together.</source>
        <translation>훈련 세트와 테스트 세트를 합한 전체 샘플 수.</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>잡음</translation>
    </message>
    <message>
        <source>How far points are moved at random. With much noise the classes overlap, and no network can be right everywhere.</source>
        <translation>점을 무작위로 흩뜨리는 정도. 잡음이 크면 클래스가 겹쳐 어떤 신경망도 모두 맞힐 수는 없습니다.</translation>
    </message>
    <message>
        <source>Test share</source>
        <translation>테스트 비율</translation>
    </message>
    <message>
        <source>The share of samples kept for the test set. The network never trains on them; they show how well it generalises.</source>
        <translation>테스트 세트로 남겨 둘 샘플의 비율. 신경망은 이것으로 학습하지 않으며, 얼마나 잘 일반화하는지 보여 줍니다.</translation>
    </message>
    <message>
        <source>Input scaling</source>
        <translation>입력 스케일링</translation>
    </message>
    <message>
        <source>What is done to the inputs before they enter the network: 0 to 1, standardised (mean 0, deviation 1 for each input) or whitened (uncorrelated as well).</source>
        <translation>입력이 신경망에 들어가기 전의 처리: 0에서 1, 표준화(입력마다 평균 0, 표준편차 1) 또는 백색화(상관도 제거).</translation>
    </message>
    <message>
        <source>Distortion</source>
        <translation>변형</translation>
    </message>
    <message>
        <source>Data augmentation: how strongly training images are rotated, sheared, scaled, shifted and drawn with thicker or thinner pens, anew each time.</source>
        <translation>데이터 증강: 훈련 이미지를 매번 새로 회전하고, 기울이고, 늘이고, 옮기고, 획을 굵거나 가늘게 하는 정도.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>The size of the input layer: the number of features of a sample. It follows from the data set.</source>
        <translation>입력층의 크기: 샘플 하나의 특징 수. 데이터 세트가 정합니다.</translation>
    </message>
    <message>
        <source>Output units</source>
        <translation>출력 유닛</translation>
    </message>
    <message>
        <source>The size of the output layer: one unit for each class; a single one for a regression or for two classes with sigmoid.</source>
        <translation>출력층의 크기: 클래스마다 유닛 하나. 회귀이거나 시그모이드로 두 클래스를 가를 때는 하나.</translation>
    </message>
    <message>
        <source>Output layer</source>
        <translation>출력층</translation>
    </message>
    <message>
        <source>The activation of the output layer: identity for regression, sigmoid for two classes, softmax for probabilities of many classes that add up to 1.</source>
        <translation>출력층의 활성화 함수: 회귀에는 항등, 두 클래스에는 시그모이드, 여러 클래스에는 합이 1인 확률을 내는 소프트맥스.</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>What training makes small: how far the outputs are from the targets, averaged over a mini-batch. Only losses that are defined for the output are offered.</source>
        <translation>학습이 줄이는 값: 출력이 목푯값에서 얼마나 먼지를 미니배치에 대해 평균한 것. 출력층에 정의된 손실만 고를 수 있습니다.</translation>
    </message>
    <message>
        <source>Initializer</source>
        <translation>초기화 방법</translation>
    </message>
    <message>
        <source>How the weights are drawn before training. Glorot suits sigmoid and tanh, He suits ReLU; with zeros all units of a layer stay alike.</source>
        <translation>학습 전에 가중치를 뽑는 방법. Glorot은 시그모이드와 tanh에, He는 ReLU에 알맞습니다. 0으로 하면 한 층의 유닛이 모두 똑같이 남습니다.</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>옵티마이저</translation>
    </message>
    <message>
        <source>The rule that turns gradients into steps of the weights. A choice sets the usual learning rate and parameters of that optimizer.</source>
        <translation>기울기를 가중치의 걸음으로 바꾸는 규칙. 고르면 그 옵티마이저의 보통 학습률과 파라미터가 설정됩니다.</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>η, the size of a step. Too small and training crawls, too large and the loss jumps or diverges.</source>
        <translation>η, 걸음의 크기. 너무 작으면 학습이 더디고, 너무 크면 손실이 튀거나 발산합니다.</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>배치 크기</translation>
    </message>
    <message>
        <source>Samples in a mini-batch. One iteration computes the mean gradient of one mini-batch and makes one step.</source>
        <translation>미니배치 하나의 샘플 수. 반복 한 번은 미니배치 하나의 평균 기울기를 구해 한 걸음 갑니다.</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>에폭 수</translation>
    </message>
    <message>
        <source>Training stops after so many epochs. One epoch shows the network every training sample once. 0: until paused.</source>
        <translation>이만큼의 에폭 뒤에 학습을 멈춥니다. 한 에폭에 신경망은 훈련 샘플을 모두 한 번씩 봅니다. 0: 일시정지할 때까지.</translation>
    </message>
    <message>
        <source>until paused</source>
        <translation>멈출 때까지</translation>
    </message>
    <message>
        <source>Regularisation</source>
        <translation>규제</translation>
    </message>
    <message>
        <source>L1 penalty</source>
        <translation>L1 규제</translation>
    </message>
    <message>
        <source>λ₁ of the penalty λ₁ Σ|w| on all weights. It drives weights that are of little use to exactly 0.</source>
        <translation>모든 가중치에 대한 벌점 λ₁ Σ|w|의 λ₁. 쓸모가 적은 가중치를 정확히 0으로 만듭니다.</translation>
    </message>
    <message>
        <source>L2 penalty</source>
        <translation>L2 규제</translation>
    </message>
    <message>
        <source>λ₂ of the penalty ½ λ₂ Σ w² on all weights (weight decay). It keeps weights small and boundaries smooth.</source>
        <translation>모든 가중치에 대한 벌점 ½ λ₂ Σ w²의 λ₂(가중치 감쇠). 가중치를 작게, 경계를 매끄럽게 유지합니다.</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>고급</translation>
    </message>
    <message>
        <source>Data seed</source>
        <translation>데이터 시드</translation>
    </message>
    <message>
        <source>The seed of the random numbers that draw and split the samples. The same seed gives the same samples.</source>
        <translation>샘플을 뽑고 나누는 난수의 시드. 시드가 같으면 샘플도 같습니다.</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>모멘텀</translation>
    </message>
    <message>
        <source>The share of the previous step that is kept: α of momentum and Nesterov, β₁ of Adam.</source>
        <translation>앞 걸음을 남기는 비율: 모멘텀과 네스테로프의 α, Adam의 β₁.</translation>
    </message>
    <message>
        <source>Decay</source>
        <translation>감쇠</translation>
    </message>
    <message>
        <source>How slowly the running mean of squared gradients forgets: ρ of RMSProp, β₂ of Adam.</source>
        <translation>기울기 제곱의 이동 평균이 얼마나 천천히 잊는지: RMSProp의 ρ, Adam의 β₂.</translation>
    </message>
    <message>
        <source>Epsilon ε</source>
        <translation>엡실론 ε</translation>
    </message>
    <message>
        <source>A small number that keeps AdaGrad, RMSProp and Adam from dividing by zero.</source>
        <translation>AdaGrad, RMSProp, Adam이 0으로 나누지 않게 하는 작은 수.</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>스케줄</translation>
    </message>
    <message>
        <source>How the learning rate falls while training goes on: in steps, exponentially, with inverse time or along a cosine.</source>
        <translation>학습이 진행되며 학습률이 줄어드는 방식: 계단식, 지수, 역시간 또는 코사인 곡선.</translation>
    </message>
    <message>
        <source>Schedule factor</source>
        <translation>스케줄 배율</translation>
    </message>
    <message>
        <source>γ, the factor by which the learning rate has fallen after one period.</source>
        <translation>γ, 한 주기 뒤에 학습률이 줄어 있는 배율.</translation>
    </message>
    <message>
        <source>Schedule period</source>
        <translation>스케줄 주기</translation>
    </message>
    <message>
        <source>The number of epochs in which the learning rate falls by the factor; with the cosine schedule, to 0.</source>
        <translation>학습률이 배율만큼 줄어드는 데 걸리는 에폭 수. 코사인 스케줄에서는 0까지.</translation>
    </message>
    <message>
        <source>Early stopping</source>
        <translation>조기 종료</translation>
    </message>
    <message>
        <source>Patience: training stops after so many epochs without a lower test loss, before the network overfits. 0: off.</source>
        <translation>인내: 테스트 손실이 이만큼의 에폭 동안 낮아지지 않으면 과대적합 전에 학습을 멈춥니다. 0: 끔.</translation>
    </message>
    <message>
        <source>Evaluate every</source>
        <translation>평가 간격</translation>
    </message>
    <message>
        <source>Iterations between two evaluations on the training and the test set. 0: four times an epoch.</source>
        <translation>훈련 세트와 테스트 세트에서 평가하는 간격(반복 수). 0: 에폭당 네 번.</translation>
    </message>
    <message>
        <source>¼ epoch</source>
        <translation>¼ 에폭</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>The seed of the random numbers for initial weights, order of samples and dropout. The same seed gives the same run, bit for bit.</source>
        <translation>초기 가중치, 샘플 순서, 드롭아웃에 쓰는 난수의 시드. 시드가 같으면 비트까지 같은 실행이 됩니다.</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>수치 정밀도</translation>
    </message>
    <message>
        <source>The type of all numbers: float32 is fast, float64 is exact enough to check gradients.</source>
        <translation>모든 수의 자료형: float32는 빠르고, float64는 기울기를 검사할 만큼 정확합니다.</translation>
    </message>
</context>
<context>
    <name>Cover</name>
    <message>
        <source>Frozen picture</source>
        <translation>정지 화면</translation>
    </message>
    <message>
        <source>Black screen</source>
        <translation>검은 화면</translation>
    </message>
    <message>
        <source>White screen</source>
        <translation>흰 화면</translation>
    </message>
</context>
<context>
    <name>CurvePair</name>
    <message>
        <source>value f(x)</source>
        <translation>값 f(x)</translation>
    </message>
    <message>
        <source>slope f′(x)</source>
        <translation>도함수 f′(x)</translation>
    </message>
    <message>
        <source>Value f(x); arrow keys move the probe</source>
        <translation>값 f(x). 화살표 키로 탐침을 움직입니다</translation>
    </message>
    <message>
        <source>Derivative f′(x); arrow keys move the probe</source>
        <translation>도함수 f′(x). 화살표 키로 탐침을 움직입니다</translation>
    </message>
    <message>
        <source>saturated</source>
        <translation>포화</translation>
    </message>
</context>
<context>
    <name>CurvesPane</name>
    <message>
        <source>Loss and accuracy curves</source>
        <translation>손실과 정확도 곡선</translation>
    </message>
    <message>
        <source>Press Train to see the loss fall</source>
        <translation>학습을 누르면 손실이 줄어듭니다</translation>
    </message>
    <message>
        <source>training: {count} fixed samples of the training set</source>
        <translation>훈련: 훈련 세트의 고정된 샘플 {count}개</translation>
    </message>
    <message>
        <source>training: all {count} samples of the training set</source>
        <translation>훈련: 훈련 세트의 샘플 {count}개 전부</translation>
    </message>
    <message>
        <source>train</source>
        <translation>훈련</translation>
    </message>
    <message>
        <source>test</source>
        <translation>테스트</translation>
    </message>
    <message>
        <source>test: the whole test set, {count} samples</source>
        <translation>테스트: 테스트 세트 전체, 샘플 {count}개</translation>
    </message>
    <message>
        <source>mini-batch</source>
        <translation>미니배치</translation>
    </message>
    <message>
        <source>mini-batches before each update: mean, and the range of nine tenths of them</source>
        <translation>갱신 직전의 미니배치: 평균과 10분의 9가 드는 범위</translation>
    </message>
    <message>
        <source>Loss: {name}</source>
        <translation>손실: {name}</translation>
    </message>
    <message>
        <source>Test curves of the futures that were left when you went back and changed something</source>
        <translation>뒤로 돌아가 무언가를 바꿨을 때 버려진 미래의 테스트 곡선</translation>
    </message>
    <message>
        <source>before</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>에폭</translation>
    </message>
    <message>
        <source>Passes through the training set</source>
        <translation>훈련 세트를 거친 횟수</translation>
    </message>
    <message>
        <source>accuracy (%)</source>
        <translation>정확도 (%)</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>Loss and accuracy over the epochs</source>
        <translation>에폭에 따른 손실과 정확도</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>changed here</source>
        <translation>여기서 바꿈</translation>
    </message>
    <message>
        <source>change</source>
        <translation>변경</translation>
    </message>
</context>
<context>
    <name>CurvesView</name>
    <message>
        <source>log scale</source>
        <translation>로그 눈금</translation>
    </message>
    <message>
        <source>Logarithmic loss axis</source>
        <translation>손실의 로그 축</translation>
    </message>
    <message>
        <source>Show the loss on a logarithmic axis ({keys})</source>
        <translation>손실을 로그 축으로 표시 ({keys})</translation>
    </message>
</context>
<context>
    <name>DataRoom</name>
    <message>
        <source>Tables (*.csv *.tsv *.tab *.txt *.data)</source>
        <translation>표 (*.csv *.tsv *.tab *.txt *.data)</translation>
    </message>
    <message>
        <source>Open a table</source>
        <translation>표 열기</translation>
    </message>
    <message>
        <source>Open a folder with a folder of images for each class</source>
        <translation>클래스마다 이미지 폴더가 하나씩 든 폴더 열기</translation>
    </message>
</context>
<context>
    <name>DeltaSection</name>
    <message>
        <source>least squares</source>
        <translation>최소 제곱</translation>
    </message>
    <message>
        <source>smallest possible</source>
        <translation>가능한 최솟값</translation>
    </message>
    <message>
        <source>Diverged: every step overshoots and lands further away. Take α below {limit} and press Reset.</source>
        <translation>발산: 걸음마다 지나쳐 더 멀리 떨어집니다. α를 {limit}보다 작게 하고 처음으로를 누르세요.</translation>
    </message>
    <message>
        <source>Arrived, and useless: the best linear unit answers ½ to every input of XOR.</source>
        <translation>도착했지만 쓸모가 없음: 가장 좋은 선형 유닛도 XOR의 모든 입력에 ½로 답합니다.</translation>
    </message>
    <message>
        <source>Arrived: no line has a smaller squared error.</source>
        <translation>도착: 제곱 오차가 이보다 작은 직선은 없습니다.</translation>
    </message>
    <message>
        <source>This α is too large: from {limit} on every step overshoots.</source>
        <translation>α가 너무 큽니다. {limit}부터는 모든 걸음이 지나칩니다.</translation>
    </message>
    <message>
        <source>Every step goes against the gradient of the squared error of all samples.</source>
        <translation>모든 걸음이 전체 샘플의 제곱 오차의 기울기와 반대 방향으로 갑니다.</translation>
    </message>
    <message>
        <source>Points on a line</source>
        <translation>직선 위의 점</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>샘플</translation>
    </message>
    <message>
        <source>Rate α</source>
        <translation>학습률 α</translation>
    </message>
    <message>
        <source>Learning rate α</source>
        <translation>학습률 α</translation>
    </message>
    <message>
        <source>Unlike the perceptron rule it compares y with the sum itself, before any threshold, so that it has an error to make smaller even where all answers are right (Widrow and Hoff, 1960). x₀ = 1.</source>
        <translation>퍼셉트론 규칙과 달리 임계값을 거치기 전의 합 자체를 y와 비교하므로, 답이 모두 맞아도 줄일 오차가 남습니다(위드로와 호프, 1960). x₀ = 1.</translation>
    </message>
    <message>
        <source>The linear unit and its errors</source>
        <translation>선형 유닛과 그 오차</translation>
    </message>
    <message>
        <source>Half the mean squared error</source>
        <translation>평균 제곱 오차의 절반</translation>
    </message>
    <message>
        <source>Samples, the line, and the errors between them</source>
        <translation>샘플과 직선, 그 사이의 오차</translation>
    </message>
    <message>
        <source>The inputs, and the line where the unit gives one half</source>
        <translation>입력과, 유닛이 ½을 내는 선</translation>
    </message>
    <message>
        <source>step</source>
        <translation>걸음</translation>
    </message>
    <message>
        <source>Half the mean squared error, step by step</source>
        <translation>걸음에 따른 평균 제곱 오차의 절반</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>걸음 수</translation>
    </message>
    <message>
        <source>½ mean squared error</source>
        <translation>½ 평균 제곱 오차</translation>
    </message>
    <message>
        <source>W₀ (bias)</source>
        <translation>W₀ (편향)</translation>
    </message>
    <message>
        <source>α at which it begins to diverge</source>
        <translation>발산하기 시작하는 α</translation>
    </message>
</context>
<context>
    <name>DepthPage</name>
    <message>
        <source>Layers</source>
        <translation>층</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>초기화</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>기울기</translation>
    </message>
    <message>
        <source>Linear layers</source>
        <translation>선형층</translation>
    </message>
</context>
<context>
    <name>DepthWords</name>
    <message>
        <source>out</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>hidden layer {first}</source>
        <translation>은닉층 {first}</translation>
    </message>
    <message>
        <source>hidden layers {first}–{last}</source>
        <translation>은닉층 {first}–{last}</translation>
    </message>
    <message>
        <source>Activations collapse to {value} in {layers}: every unit says the same (deviation below {alike}).</source>
        <translation>{layers}에서 활성값이 {value} 근처로 무너집니다. 모든 유닛이 같은 말을 합니다(표준편차 {alike} 미만).</translation>
    </message>
    <message>
        <source>In {layers}, up to {share} of the units are saturated: hardly any gradient passes.</source>
        <translation>{layers}에서 유닛의 최대 {share}가 포화되어 기울기가 거의 지나가지 못합니다.</translation>
    </message>
    <message>
        <source>In {layers}, up to {share} of the units are dead: they put out 0 for every sample.</source>
        <translation>{layers}에서 유닛의 최대 {share}가 죽었습니다. 모든 샘플에 0을 냅니다.</translation>
    </message>
    <message>
        <source>Activations grow from layer to layer: in the last they are {value} times as wide.</source>
        <translation>활성값이 층마다 커집니다. 마지막 층에서는 폭이 {value}배입니다.</translation>
    </message>
    <message>
        <source>Gradients vanish towards the input: their RMS in hidden 1 is {value} of that in the output layer.</source>
        <translation>기울기가 입력 쪽으로 소실됩니다: 은닉 1의 RMS는 출력층의 {value}배입니다.</translation>
    </message>
    <message>
        <source>Gradients explode towards the input: their RMS in hidden 1 is {value} times that in the output layer.</source>
        <translation>기울기가 입력 쪽으로 폭발합니다: 은닉 1의 RMS는 출력층의 {value}배입니다.</translation>
    </message>
    <message>
        <source>Nothing collapses, vanishes or explodes: RMS gradient of hidden 1 {value} times that of the output.</source>
        <translation>무너지거나 소실되거나 폭발하는 것이 없습니다: 은닉 1의 기울기 RMS는 출력층의 {value}배입니다.</translation>
    </message>
</context>
<context>
    <name>DescentPage</name>
    <message>
        <source>Optimizers on a surface</source>
        <translation>곡면 위의 옵티마이저</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>배치</translation>
    </message>
    <message>
        <source>Your own surface</source>
        <translation>내 신경망의 곡면</translation>
    </message>
</context>
<context>
    <name>DescentWords</name>
    <message>
        <source>elongated bowl  x²/20 + y²</source>
        <translation>길쭉한 그릇  x²/20 + y²</translation>
    </message>
    <message>
        <source>saddle  x² − y²</source>
        <translation>안장  x² − y²</translation>
    </message>
    <message>
        <source>Beale’s function (1958)</source>
        <translation>빌 함수 (1958)</translation>
    </message>
    <message>
        <source>Himmelblau’s function (1972)</source>
        <translation>힘멜블라우 함수 (1972)</translation>
    </message>
    <message>
        <source>local minima (after Rastrigin, 1974)</source>
        <translation>지역 최솟값 (라스트리긴을 따라, 1974)</translation>
    </message>
    <message>
        <source>minimum</source>
        <translation>최소점</translation>
    </message>
    <message>
        <source>start</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>learning rate η of {optimizer}</source>
        <translation>{optimizer}의 학습률 η</translation>
    </message>
    <message>
        <source>momentum {letter} of {optimizer}</source>
        <translation>{optimizer}의 모멘텀 {letter}</translation>
    </message>
    <message>
        <source>decay {letter} of {optimizer}</source>
        <translation>{optimizer}의 감쇠 {letter}</translation>
    </message>
    <message>
        <source>ε of {optimizer}</source>
        <translation>{optimizer}의 ε</translation>
    </message>
    <message>
        <source>{letter}  (paper: {value})</source>
        <translation>{letter}  (논문: {value})</translation>
    </message>
    <message>
        <source>{letter}  (usual: {value})</source>
        <translation>{letter}  (보통: {value})</translation>
    </message>
    <message>
        <source>Stochastic gradient descent: Robbins and Monro, 1951</source>
        <translation>확률적 경사 하강법: 로빈스와 먼로, 1951</translation>
    </message>
    <message>
        <source>Momentum: Polyak, 1964. α = 0.9 is usual</source>
        <translation>모멘텀: 폴랴크, 1964. 보통 α = 0.9</translation>
    </message>
    <message>
        <source>Nesterov, 1983, as Sutskever et al., 2013, write it. α = 0.9 is usual</source>
        <translation>네스테로프, 1983. 서츠케버 등(2013)의 표기. 보통 α = 0.9</translation>
    </message>
    <message>
        <source>AdaGrad: Duchi, Hazan and Singer, 2011. ε keeps the division safe</source>
        <translation>AdaGrad: 두치, 하잔, 싱어, 2011. ε은 나눗셈을 안전하게 합니다</translation>
    </message>
    <message>
        <source>RMSProp: Tieleman and Hinton, lecture 6.5, 2012; ρ = 0.9</source>
        <translation>RMSProp: 틸레만과 힌턴, 강의 6.5, 2012. ρ = 0.9</translation>
    </message>
    <message>
        <source>Adam: Kingma and Ba, 2015; η = 0.001, β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸</source>
        <translation>Adam: 킹마와 바, 2015. η = 0.001, β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸</translation>
    </message>
    <message>
        <source>Too early to say</source>
        <translation>아직 판단하기 이름</translation>
    </message>
    <message>
        <source>Diverging</source>
        <translation>발산 중</translation>
    </message>
    <message>
        <source>Downhill for ever</source>
        <translation>끝없는 내리막</translation>
    </message>
    <message>
        <source>Good: arrived</source>
        <translation>좋음: 도착</translation>
    </message>
    <message>
        <source>Standing still</source>
        <translation>멈춰 있음</translation>
    </message>
    <message>
        <source>Getting no lower</source>
        <translation>더 낮아지지 않음</translation>
    </message>
    <message>
        <source>Too large</source>
        <translation>너무 큼</translation>
    </message>
    <message>
        <source>Too small</source>
        <translation>너무 작음</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>좋음</translation>
    </message>
    <message>
        <source>Press Play or Step; after a few steps its path tells whether η = {rate} suits.</source>
        <translation>재생이나 한 걸음을 누르세요. 몇 걸음 뒤 경로가 η = {rate}의 적절함을 알려 줍니다.</translation>
    </message>
    <message>
        <source>Each step with η = {rate} overshoots farther than the one before: after {steps} steps the loss has grown from {first} to {loss}. A smaller η brings it back after Start over.</source>
        <translation>η = {rate}에서는 걸음마다 앞보다 더 멀리 지나칩니다. {steps}걸음 만에 손실이 {first}에서 {loss}(으)로 커졌습니다. η를 줄이고 다시 시작하면 돌아옵니다.</translation>
    </message>
    <message>
        <source>It has left the picture downhill: this surface has no lowest point, so no learning rate ends the way.</source>
        <translation>내리막을 따라 그림 밖으로 나갔습니다. 이 곡면에는 가장 낮은 점이 없어 어떤 학습률로도 끝나지 않습니다.</translation>
    </message>
    <message>
        <source>η = {rate} has brought it to the bottom in {steps} steps: the loss is {loss}.</source>
        <translation>η = {rate}: {steps}걸음 만에 바닥에 닿았습니다. 손실은 {loss}입니다.</translation>
    </message>
    <message>
        <source>The gradient is almost zero here, at a loss of {loss}: a local minimum or a saddle holds it. A larger η, momentum or noise may carry it out.</source>
        <translation>이곳의 기울기는 거의 0이고 손실은 {loss}입니다. 지역 최솟값이나 안장점에 붙들려 있습니다. η를 키우거나 모멘텀이나 잡음을 쓰면 벗어날 수도 있습니다.</translation>
    </message>
    <message>
        <source>For {patience} steps it has found no lower loss than {lowest}: a local minimum holds it, or its steps or the noise are too large to come down farther.</source>
        <translation>{patience}걸음 동안 {lowest}보다 낮은 손실을 찾지 못했습니다. 지역 최솟값에 붙들렸거나, 걸음이나 잡음이 너무 커서 더 내려가지 못합니다.</translation>
    </message>
    <message>
        <source>Most steps with η = {rate} go against the one before: it jumps to and fro across the valley instead of along it.</source>
        <translation>η = {rate}에서는 대부분의 걸음이 앞걸음과 반대로 갑니다. 골짜기를 따라가지 못하고 가로질러 오갑니다.</translation>
    </message>
    <message>
        <source>Steps with η = {rate} go the right way but hardly get on: the last 20 took off less than a fifth of the loss.</source>
        <translation>η = {rate}에서는 방향은 맞지만 거의 나아가지 못합니다. 최근 20걸음이 손실의 5분의 1도 줄이지 못했습니다.</translation>
    </message>
    <message>
        <source>Steps with η = {rate} get on steadily: from {first} to {loss} in {steps} steps.</source>
        <translation>η = {rate}에서 꾸준히 나아갑니다. {steps}걸음에 손실이 {first}에서 {loss}(으)로 줄었습니다.</translation>
    </message>
    <message>
        <source>{name}: diverged</source>
        <translation>{name}: 발산</translation>
    </message>
    <message>
        <source>{name} diverged</source>
        <translation>{name} 발산</translation>
    </message>
    <message>
        <source>{name} left downhill</source>
        <translation>{name} 내리막으로 벗어남</translation>
    </message>
    <message>
        <source>{name} is outside, lower</source>
        <translation>{name}: 아래쪽 그림 밖</translation>
    </message>
    <message>
        <source>{name} is outside</source>
        <translation>{name}: 그림 밖</translation>
    </message>
    <message>
        <source>w, where the step starts</source>
        <translation>w, 걸음의 출발점</translation>
    </message>
    <message>
        <source>g, the gradient there</source>
        <translation>g, 그곳의 기울기</translation>
    </message>
    <message>
        <source>v after the step</source>
        <translation>걸음 뒤의 v</translation>
    </message>
    <message>
        <source>h after the step</source>
        <translation>걸음 뒤의 h</translation>
    </message>
    <message>
        <source>m after the step</source>
        <translation>걸음 뒤의 m</translation>
    </message>
    <message>
        <source>m corrected for its start at zero</source>
        <translation>0에서 시작한 것을 보정한 m</translation>
    </message>
    <message>
        <source>v corrected for its start at zero</source>
        <translation>0에서 시작한 것을 보정한 v</translation>
    </message>
    <message>
        <source>Δ, the change of w</source>
        <translation>Δ, w의 변화</translation>
    </message>
    <message>
        <source>w after the step</source>
        <translation>걸음 뒤의 w</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Hold</source>
        <translation>멈춤</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>다시 보기</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>한 걸음</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>화면 정지</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>The step before; without a lesson, one beat or iteration back (Page Up)</source>
        <translation>이전 단계. 수업이 없으면 전파 한 걸음이나 반복 한 번 뒤로 (Page Up)</translation>
    </message>
    <message>
        <source>This step once more; without a lesson, play the passes (.)</source>
        <translation>이 단계를 다시 한번. 수업이 없으면 전파 재생 (.)</translation>
    </message>
    <message>
        <source>One iteration of training</source>
        <translation>학습 반복 한 번</translation>
    </message>
    <message>
        <source>The audience sees the picture as it is now, until this is pressed again</source>
        <translation>다시 누를 때까지 청중은 지금 이 화면을 봅니다</translation>
    </message>
    <message>
        <source>The next step; without a lesson, one beat or iteration on (Page Down)</source>
        <translation>다음 단계. 수업이 없으면 전파 한 걸음이나 반복 한 번 앞으로 (Page Down)</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>초기화</translation>
    </message>
    <message>
        <source>Count from zero</source>
        <translation>0부터 다시 셉니다</translation>
    </message>
    <message>
        <source>Let the stopwatch run, or hold it</source>
        <translation>스톱워치를 켜거나 멈춥니다</translation>
    </message>
    <message>
        <source>Time so far</source>
        <translation>지난 시간</translation>
    </message>
</context>
<context>
    <name>DifferencePane</name>
    <message>
        <source>weights of</source>
        <translation>가중치의 차</translation>
    </message>
    <message>
        <source>Difference of the weights of two runs</source>
        <translation>두 실행의 가중치 차이</translation>
    </message>
    <message>
        <source>Every edge shows the weight of the first run minus that of the second</source>
        <translation>간선마다 첫째 실행의 가중치에서 둘째 실행의 가중치를 뺀 값을 보여 줍니다</translation>
    </message>
    <message>
        <source>Run whose weights are shown</source>
        <translation>가중치를 표시할 실행</translation>
    </message>
    <message>
        <source>Run whose weights are subtracted</source>
        <translation>가중치를 뺄 실행</translation>
    </message>
</context>
<context>
    <name>DifferenceView</name>
    <message>
        <source>Difference of two networks</source>
        <translation>두 신경망의 차이</translation>
    </message>
    <message>
        <source>Tab goes from layer to layer, arrow keys from unit to unit</source>
        <translation>Tab은 층에서 층으로, 화살표 키는 유닛에서 유닛으로 갑니다</translation>
    </message>
</context>
<context>
    <name>DifferenceWords</name>
    <message>
        <source>W: {b} − {a}</source>
        <translation>W: {b} − {a}</translation>
    </message>
    <message>
        <source>b: {b} − {a}</source>
        <translation>b: {b} − {a}</translation>
    </message>
    <message>
        <source>± {limit}</source>
        <translation>± {limit}</translation>
    </message>
    <message>
        <source>± {least} to {greatest}</source>
        <translation>± {least} ~ {greatest}</translation>
    </message>
    <message>
        <source>iteration {count}</source>
        <translation>반복 {count}</translation>
    </message>
    <message>
        <source>{b} at iteration {late}, {a} at {early}</source>
        <translation>{b}: 반복 {late}, {a}: 반복 {early}</translation>
    </message>
    <message>
        <source>No difference yet: same start</source>
        <translation>아직 차이 없음: 시작이 같음</translation>
    </message>
    <message>
        <source>No difference yet</source>
        <translation>아직 차이 없음</translation>
    </message>
    <message>
        <source>The runs have not begun yet</source>
        <translation>아직 시작한 실행이 없습니다</translation>
    </message>
    <message>
        <source>bias of {unit}</source>
        <translation>{unit}의 편향</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>차이</translation>
    </message>
</context>
<context>
    <name>DigitBars</name>
    <message>
        <source>Probabilities of the digits 0 to 9</source>
        <translation>숫자 0부터 9까지의 확률</translation>
    </message>
</context>
<context>
    <name>DigitCanvas</name>
    <message>
        <source>Canvas for drawing a digit</source>
        <translation>숫자를 그리는 캔버스</translation>
    </message>
    <message>
        <source>Draw a digit 0–9 here</source>
        <translation>여기에 숫자 0–9를 그리세요</translation>
    </message>
</context>
<context>
    <name>DigitWords</name>
    <message>
        <source>&gt;{number} %</source>
        <translation>&gt;{number} %</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number} %</translation>
    </message>
    <message>
        <source>Network {sizes} answers</source>
        <translation>신경망 {sizes}의 답</translation>
    </message>
    <message>
        <source>Test sample. Draw your own!</source>
        <translation>테스트 샘플입니다. 직접 그려 보세요!</translation>
    </message>
    <message>
        <source>The answer appears here while you draw.</source>
        <translation>그리는 동안 여기에 답이 나타납니다.</translation>
    </message>
    <message>
        <source>It says {first}, and no other digit comes close.</source>
        <translation>답은 {first}이며, 비슷한 다른 숫자는 없습니다.</translation>
    </message>
    <message>
        <source>It says {first}; next comes {second} with {share}.</source>
        <translation>답은 {first}, 다음은 {second}({share})입니다.</translation>
    </message>
    <message>
        <source>No answer: this is not a digit.</source>
        <translation>답 없음: 숫자가 아닙니다.</translation>
    </message>
    <message>
        <source>Digit score {score} of 1: too low for a digit.</source>
        <translation>숫자 점수 {score}(최고 1): 숫자라기에는 너무 낮습니다.</translation>
    </message>
    <message>
        <source>✓ right</source>
        <translation>✓ 맞음</translation>
    </message>
    <message>
        <source>✗ should be {truth}</source>
        <translation>✗ 정답은 {truth}</translation>
    </message>
    <message>
        <source>not a digit</source>
        <translation>숫자 아님</translation>
    </message>
    <message>
        <source>Label {truth}, answer {answer}</source>
        <translation>레이블 {truth}, 답 {answer}</translation>
    </message>
    <message>
        <source>Sample {index}</source>
        <translation>샘플 {index}</translation>
    </message>
    <message>
        <source>This network cannot read drawings: it has {inputs} inputs and {outputs} outputs. It needs 784 inputs (28×28 pixels) or 64 (8×8) and 10 outputs. Choose MNIST or handwriting as data, or open such a model.</source>
        <translation>이 신경망은 그림을 읽을 수 없습니다. 입력이 {inputs}개, 출력이 {outputs}개입니다. 입력 784개(28×28 픽셀) 또는 64개(8×8)와 출력 10개가 필요합니다. 데이터로 MNIST나 손글씨를 고르거나 그런 모델을 여세요.</translation>
    </message>
    <message>
        <source>This network tells other things apart than digits, so it has no answer to a drawing: the Mistakes pane shows what it says of its images. Choose MNIST or handwriting as data to draw.</source>
        <translation>이 신경망은 숫자가 아닌 것을 구별하므로 그림에 답할 수 없습니다. 자기 이미지에 무엇이라 답하는지는 틀린 샘플 창에 있습니다. 그려 보려면 데이터로 MNIST나 손글씨를 고르세요.</translation>
    </message>
</context>
<context>
    <name>DigitsPane</name>
    <message>
        <source>Draw a digit</source>
        <translation>숫자 그리기</translation>
    </message>
    <message>
        <source>Network that answers</source>
        <translation>답하는 신경망</translation>
    </message>
    <message>
        <source>The answer in a sentence</source>
        <translation>답을 문장으로</translation>
    </message>
</context>
<context>
    <name>Docks</name>
    <message>
        <source>Experiment</source>
        <translation>실험 설정</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>인스펙터</translation>
    </message>
    <message>
        <source>Draw a digit</source>
        <translation>숫자 그리기</translation>
    </message>
    <message>
        <source>Decision boundary</source>
        <translation>결정 경계</translation>
    </message>
    <message>
        <source>Loss and accuracy</source>
        <translation>손실과 정확도</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>층</translation>
    </message>
    <message>
        <source>Mistakes</source>
        <translation>틀린 샘플</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>수업</translation>
    </message>
    <message>
        <source>Make it a window of its own, or put it back</source>
        <translation>따로 창으로 떼어 내거나 제자리로 되돌립니다</translation>
    </message>
    <message>
        <source>Close this pane; the menu View brings it back</source>
        <translation>이 창을 닫습니다. 보기 메뉴에서 다시 열 수 있습니다</translation>
    </message>
    <message>
        <source>Panes that share this place</source>
        <translation>이 자리를 함께 쓰는 창</translation>
    </message>
    <message>
        <source>Panes that share this place; drag one out to see both</source>
        <translation>이 자리를 함께 쓰는 창. 하나를 끌어내면 둘 다 보입니다</translation>
    </message>
</context>
<context>
    <name>DrawingCells</name>
    <message>
        <source>Your drawings</source>
        <translation>내 그림</translation>
    </message>
    <message>
        <source>Click a square to draw this digit, or to correct its drawing</source>
        <translation>칸을 클릭하면 그 숫자를 그리거나 고쳐 그립니다</translation>
    </message>
</context>
<context>
    <name>EdgeView</name>
    <message>
        <source>Weight</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>기울기</translation>
    </message>
    <message>
        <source>Its source</source>
        <translation>출발 유닛</translation>
    </message>
    <message>
        <source>Its target</source>
        <translation>도착 유닛</translation>
    </message>
    <message>
        <source>Inspect the unit or input whose activation this weight multiplies</source>
        <translation>이 가중치가 곱해지는 활성값의 유닛이나 입력을 살펴봅니다</translation>
    </message>
    <message>
        <source>Inspect the unit to whose weighted sum this weight adds</source>
        <translation>이 가중치가 더해지는 가중합의 유닛을 살펴봅니다</translation>
    </message>
    <message>
        <source>Drag the weight, or click and type. Shift: finer.</source>
        <translation>가중치를 끌거나, 클릭하고 입력하세요. Shift: 더 세밀하게.</translation>
    </message>
</context>
<context>
    <name>ErrorBars</name>
    <message>
        <source>Wrong answers about each digit of the test set</source>
        <translation>테스트 세트의 숫자별 오답률</translation>
    </message>
    <message>
        <source>{digit}: {before} before, {after} after</source>
        <translation>{digit}: 학습 전 {before}, 학습 후 {after}</translation>
    </message>
    <message>
        <source>after</source>
        <translation>학습 후</translation>
    </message>
    <message>
        <source>before</source>
        <translation>학습 전</translation>
    </message>
</context>
<context>
    <name>ExponentLine</name>
    <message>
        <source>exponents without shift: {naive}; shifted: {shifted}; exp is a number from {low} to {high}</source>
        <translation>이동하지 않은 지수: {naive}, 이동한 지수: {shifted}. exp는 {low}부터 {high}까지 수로 나타납니다</translation>
    </message>
    <message>
        <source>exp is a number: {low} to {high}</source>
        <translation>exp를 나타낼 수 있는 범위: {low} ~ {high}</translation>
    </message>
</context>
<context>
    <name>ExpressionBar</name>
    <message>
        <source>Expression</source>
        <translation>수식</translation>
    </message>
    <message>
        <source>Enter draws the graph, Shift+Enter begins a new line, Escape takes back</source>
        <translation>Enter는 그래프를 그리고, Shift+Enter는 줄을 바꾸고, Escape는 되돌립니다</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>그리기</translation>
    </message>
    <message>
        <source>Draw the graph of this expression ({keys})</source>
        <translation>이 수식의 그래프 그리기 ({keys})</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>처음으로</translation>
    </message>
    <message>
        <source>The values that the expression began with, and the beginning of the passes</source>
        <translation>수식의 처음 값과 전파의 시작으로 돌아갑니다</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>예제</translation>
    </message>
</context>
<context>
    <name>FactorCard</name>
    <message>
        <source>h(x) = c·x three times is c³·x: still a straight line</source>
        <translation>h(x) = c·x를 세 번 하면 c³·x: 여전히 직선</translation>
    </message>
    <message>
        <source>factor c</source>
        <translation>배율 c</translation>
    </message>
    <message>
        <source>h applied once, twice and three times</source>
        <translation>h를 한 번, 두 번, 세 번 적용</translation>
    </message>
</context>
<context>
    <name>FailureDialog</name>
    <message>
        <source>Problem</source>
        <translation>문제</translation>
    </message>
    <message>
        <source>nnviz – a problem</source>
        <translation>nnviz – 문제</translation>
    </message>
    <message>
        <source>Trace and versions, for a report; no data of yours</source>
        <translation>오류 추적과 버전: 신고할 때 쓰며 내 데이터는 들어 있지 않습니다</translation>
    </message>
    <message>
        <source>Go on; everything else is as it was</source>
        <translation>계속합니다. 나머지는 그대로입니다</translation>
    </message>
    <message>
        <source>The trace of the error and the versions of the libraries</source>
        <translation>오류 추적과 라이브러리 버전</translation>
    </message>
    <message>
        <source>Copy Details</source>
        <translation>자세한 내용 복사</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>window</source>
        <translation>창</translation>
    </message>
    <message>
        <source>Save figure: {pane}</source>
        <translation>그림 저장: {pane}</translation>
    </message>
    <message>
        <source>Copy figure</source>
        <translation>그림 복사</translation>
    </message>
    <message>
        <source>Save figure</source>
        <translation>그림 저장</translation>
    </message>
    <message>
        <source>PNG, {scale}×…</source>
        <translation>PNG, {scale}×…</translation>
    </message>
    <message>
        <source>SVG…</source>
        <translation>SVG…</translation>
    </message>
    <message>
        <source>PDF…</source>
        <translation>PDF…</translation>
    </message>
    <message>
        <source>Picture, {scale}× (*.png)</source>
        <translation>그림, {scale}× (*.png)</translation>
    </message>
    <message>
        <source>Drawing (*.svg)</source>
        <translation>드로잉 (*.svg)</translation>
    </message>
    <message>
        <source>Document (*.pdf)</source>
        <translation>문서 (*.pdf)</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>true</source>
        <translation>참</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>예측</translation>
    </message>
    <message>
        <source>True class of the samples</source>
        <translation>샘플의 참 클래스</translation>
    </message>
    <message>
        <source>Predicted class of the samples</source>
        <translation>샘플의 예측 클래스</translation>
    </message>
    <message>
        <source>Order of the samples</source>
        <translation>샘플의 순서</translation>
    </message>
    <message>
        <source>only mistakes</source>
        <translation>틀린 것만</translation>
    </message>
    <message>
        <source>Leave out the samples that the network gets right</source>
        <translation>신경망이 맞히는 샘플을 뺍니다</translation>
    </message>
    <message>
        <source>Which samples come first, for instance those with the highest loss</source>
        <translation>먼저 보일 샘플: 예를 들어 손실이 큰 것</translation>
    </message>
    <message>
        <source>Only samples that belong to this class</source>
        <translation>이 클래스에 속하는 샘플만</translation>
    </message>
    <message>
        <source>Only samples for which the network answers this class</source>
        <translation>신경망이 이 클래스라고 답하는 샘플만</translation>
    </message>
    <message>
        <source>any</source>
        <translation>모두</translation>
    </message>
</context>
<context>
    <name>Formula</name>
    <message>
        <source>equals</source>
        <translation>은</translation>
    </message>
    <message>
        <source>plus</source>
        <translation>더하기</translation>
    </message>
    <message>
        <source>minus</source>
        <translation>빼기</translation>
    </message>
    <message>
        <source>times</source>
        <translation>곱하기</translation>
    </message>
    <message>
        <source>divided by</source>
        <translation>나누기</translation>
    </message>
    <message>
        <source>the root of</source>
        <translation>루트</translation>
    </message>
    <message>
        <source>squared</source>
        <translation>제곱</translation>
    </message>
    <message>
        <source>and so on</source>
        <translation>등등</translation>
    </message>
</context>
<context>
    <name>FormulaPanel</name>
    <message>
        <source>range {reach}</source>
        <translation>범위 {reach}</translation>
    </message>
</context>
<context>
    <name>FunctionsLaws</name>
    <message>
        <source>f of x equals x</source>
        <translation>f x는 x</translation>
    </message>
    <message>
        <source>f prime of x equals 1</source>
        <translation>f 프라임 x는 1</translation>
    </message>
    <message>
        <source>f of x equals 1 for x above 0, else 0</source>
        <translation>f x는 x가 0보다 크면 1, 아니면 0</translation>
    </message>
    <message>
        <source>f prime of x equals 0 for every x but 0</source>
        <translation>f 프라임 x는 0을 뺀 모든 x에서 0</translation>
    </message>
    <message>
        <source>f of x equals the sign of x: minus 1, 0 or 1</source>
        <translation>f x는 x의 부호: 마이너스 1, 0 또는 1</translation>
    </message>
    <message>
        <source>f of x equals sigma of x, 1 divided by 1 plus e to the minus x</source>
        <translation>f x는 시그마 x, 1 나누기 1 더하기 e의 마이너스 x제곱</translation>
    </message>
    <message>
        <source>f prime of x equals sigma of x times 1 minus sigma of x</source>
        <translation>f 프라임 x는 시그마 x 곱하기 1 빼기 시그마 x</translation>
    </message>
    <message>
        <source>f of x equals the hyperbolic tangent of x</source>
        <translation>f x는 x의 쌍곡 탄젠트</translation>
    </message>
    <message>
        <source>f prime of x equals 1 minus the squared hyperbolic tangent of x</source>
        <translation>f 프라임 x는 1 빼기 x의 쌍곡 탄젠트의 제곱</translation>
    </message>
    <message>
        <source>f of x equals the larger of 0 and x</source>
        <translation>f x는 0과 x 중 큰 것</translation>
    </message>
    <message>
        <source>f prime of x equals 1 for x above 0, else 0</source>
        <translation>f 프라임 x는 x가 0보다 크면 1, 아니면 0</translation>
    </message>
    <message>
        <source>f of x equals x for x above 0, else alpha times x</source>
        <translation>f x는 x가 0보다 크면 x, 아니면 알파 곱하기 x</translation>
    </message>
    <message>
        <source>f prime of x equals 1 for x above 0, else alpha</source>
        <translation>f 프라임 x는 x가 0보다 크면 1, 아니면 알파</translation>
    </message>
    <message>
        <source>the derivative of f by alpha equals the smaller of x and 0</source>
        <translation>f의 알파에 대한 미분은 x와 0 중 작은 것</translation>
    </message>
    <message>
        <source>f of x equals x for x above 0, else alpha times e to the x minus 1</source>
        <translation>f x는 x가 0보다 크면 x, 아니면 알파 곱하기 괄호 열고 e의 x제곱 빼기 1 괄호 닫고</translation>
    </message>
    <message>
        <source>f prime of x equals 1 for x above 0, else alpha times e to the x</source>
        <translation>f 프라임 x는 x가 0보다 크면 1, 아니면 알파 곱하기 e의 x제곱</translation>
    </message>
    <message>
        <source>f of x equals x for x above theta, else 0</source>
        <translation>f x는 x가 세타보다 크면 x, 아니면 0</translation>
    </message>
    <message>
        <source>f prime of x equals 1 for x above theta, else 0</source>
        <translation>f 프라임 x는 x가 세타보다 크면 1, 아니면 0</translation>
    </message>
    <message>
        <source>f of x equals the logarithm of 1 plus e to the x</source>
        <translation>f x는 1 더하기 e의 x제곱의 로그</translation>
    </message>
    <message>
        <source>f prime of x equals sigma of x</source>
        <translation>f 프라임 x는 시그마 x</translation>
    </message>
    <message>
        <source>f of x equals x times sigma of x</source>
        <translation>f x는 x 곱하기 시그마 x</translation>
    </message>
    <message>
        <source>f prime of x equals sigma of x plus f of x times 1 minus sigma of x</source>
        <translation>f 프라임 x는 시그마 x 더하기 f x 곱하기 1 빼기 시그마 x</translation>
    </message>
    <message>
        <source>f of x equals the largest of the pieces w x plus b</source>
        <translation>f x는 조각 w x 더하기 b 중 가장 큰 것</translation>
    </message>
    <message>
        <source>f prime of x equals w of the piece that is the largest</source>
        <translation>f 프라임 x는 가장 큰 조각의 w</translation>
    </message>
    <message>
        <source>Layers with nothing but the identity collapse into one linear layer. It is the output for regression.</source>
        <translation>항등 함수만 있는 층들은 선형층 하나로 합쳐집니다. 회귀의 출력에 씁니다.</translation>
    </message>
    <message>
        <source>Discontinuous at 0. The derivative is 0 everywhere else, so gradient descent has nothing to go by.</source>
        <translation>0에서 불연속입니다. 나머지에서는 도함수가 0이라 경사 하강법이 따라갈 것이 없습니다.</translation>
    </message>
    <message>
        <source>Discontinuous at 0, with the value 0 there. The derivative is 0 everywhere else: no gradient to learn from.</source>
        <translation>0에서 불연속이고 그 값은 0입니다. 나머지에서는 도함수가 0이라 배울 기울기가 없습니다.</translation>
    </message>
    <message>
        <source>Saturates on both sides: in the shaded parts the slope is below 5 % of its largest value, ¼. Through many layers, factors of at most ¼ make the gradient vanish.</source>
        <translation>양쪽에서 포화됩니다. 칠해진 부분에서는 기울기가 최댓값 ¼의 5 %보다 작습니다. 여러 층을 지나면 ¼ 이하의 값이 거듭 곱해져 기울기가 소실됩니다.</translation>
    </message>
    <message>
        <source>A sigmoid with outputs around 0: tanh x = 2 σ(2x) − 1. Saturates in the shaded parts; its largest slope is 1.</source>
        <translation>출력이 0을 중심으로 하는 시그모이드: tanh x = 2 σ(2x) − 1. 칠해진 부분에서 포화되며 기울기의 최댓값은 1입니다.</translation>
    </message>
    <message>
        <source>Does not saturate for x &gt; 0. For x &lt; 0 the gradient is 0: a unit that is below 0 for every sample never learns again, it is dead. The network below really trains.</source>
        <translation>x &gt; 0에서는 포화되지 않습니다. x &lt; 0에서는 기울기가 0이므로, 모든 샘플에서 0보다 작은 유닛은 다시는 배우지 못하고 죽습니다. 아래 신경망은 실제로 학습합니다.</translation>
    </message>
    <message>
        <source>A small slope for x &lt; 0 keeps every unit alive. Often written max(αx, x), which needs α ≤ 1.</source>
        <translation>x &lt; 0에서의 작은 기울기가 모든 유닛을 살려 둡니다. 흔히 max(αx, x)로 쓰며, 이때 α ≤ 1이어야 합니다.</translation>
    </message>
    <message>
        <source>As leaky ReLU, but each unit trains its own α by gradient descent: ∂L/∂α is ∂L/∂f · ∂f/∂α, summed over the samples. f′(x) is 1 for x &gt; 0, else α.</source>
        <translation>leaky ReLU와 같지만 유닛마다 자신의 α를 경사 하강법으로 학습합니다. ∂L/∂α는 ∂L/∂f · ∂f/∂α를 샘플에 대해 더한 것입니다. f′(x)는 x &gt; 0이면 1, 아니면 α입니다.</translation>
    </message>
    <message>
        <source>Comes near −α for very negative x. Smooth at 0 for α = 1 only: otherwise f′ jumps there by 1 − α.</source>
        <translation>x가 매우 작은 음수이면 −α에 가까워집니다. α = 1일 때만 0에서 매끄럽고, 아니면 f′가 그곳에서 1 − α만큼 뜁니다.</translation>
    </message>
    <message>
        <source>Only sums above θ pass. Discontinuous at θ, where f jumps from 0 to θ.</source>
        <translation>θ보다 큰 합만 통과합니다. θ에서 f가 0에서 θ로 뛰어 불연속입니다.</translation>
    </message>
    <message>
        <source>A smooth ReLU: log(1 + eˣ) is LogSumExp of x and 0. Its derivative is the sigmoid.</source>
        <translation>매끄러운 ReLU: log(1 + eˣ)는 x와 0의 LogSumExp입니다. 도함수는 시그모이드입니다.</translation>
    </message>
    <message>
        <source>Smooth and not monotonic: it falls before it rises. Also called SiLU.</source>
        <translation>매끄럽지만 단조롭지 않습니다. 내려갔다가 올라갑니다. SiLU라고도 합니다.</translation>
    </message>
    <message>
        <source>The largest of several trained straight lines: any convex function, piece by piece. Two pieces with one at 0 give ReLU.</source>
        <translation>학습된 여러 직선 중 가장 큰 것: 어떤 볼록 함수든 조각조각 만듭니다. 조각이 둘이고 하나가 0이면 ReLU입니다.</translation>
    </message>
</context>
<context>
    <name>FunctionsPage</name>
    <message>
        <source>Activation functions</source>
        <translation>활성화 함수</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>소프트맥스</translation>
    </message>
    <message>
        <source>Overflow</source>
        <translation>오버플로</translation>
    </message>
    <message>
        <source>Losses</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>What is minimised</source>
        <translation>무엇을 최소화하나</translation>
    </message>
    <message>
        <source>Gradient descent</source>
        <translation>경사 하강법</translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>Activation functions</source>
        <translation>활성화 함수</translation>
    </message>
</context>
<context>
    <name>GatesSection</name>
    <message>
        <source>A single unit gets at most {right} of the 4 answers right.</source>
        <translation>유닛 하나로는 4개의 답 중 많아야 {right}개를 맞힙니다.</translation>
    </message>
    <message>
        <source>Press x₁ or x₂ to switch it over.</source>
        <translation>x₁이나 x₂를 누르면 값이 바뀝니다.</translation>
    </message>
    <message>
        <source>The inputs: it takes two lines</source>
        <translation>입력: 직선이 두 개 필요합니다</translation>
    </message>
    <message>
        <source>After the first layer one is enough</source>
        <translation>첫째 층을 지나면 하나로 충분합니다</translation>
    </message>
    <message>
        <source>See a single unit try</source>
        <translation>유닛 하나로 시도해 보기</translation>
    </message>
    <message>
        <source>The circuit; arrow keys choose an input, Space switches it over</source>
        <translation>회로. 화살표 키로 입력을 고르고 스페이스로 바꿉니다</translation>
    </message>
    <message>
        <source>Table of the circuit; arrow keys choose the input</source>
        <translation>회로의 표. 화살표 키로 입력을 고릅니다</translation>
    </message>
    <message>
        <source>Plane of the inputs with the lines of both gates</source>
        <translation>두 게이트의 직선이 그려진 입력 평면</translation>
    </message>
    <message>
        <source>Plane of the answers of the first layer with the line of AND</source>
        <translation>AND의 직선이 그려진 첫째 층 답의 평면</translation>
    </message>
</context>
<context>
    <name>GradientBadge</name>
    <message>
        <source>Checking …</source>
        <translation>검사 중 …</translation>
    </message>
    <message>
        <source>Nothing to compare: all {skipped} parameters drawn cross a corner of an activation.</source>
        <translation>비교할 것이 없음: 뽑은 파라미터 {skipped}개가 모두 활성화 함수의 꺾인 점을 지납니다.</translation>
    </message>
    <message>
        <source>largest relative difference, {checked} of {total} parameters</source>
        <translation>가장 큰 상대 오차, 파라미터 {total}개 중 {checked}개</translation>
    </message>
    <message>
        <source>largest relative difference, {checked} of {total} parameters ({skipped} at corners left out)</source>
        <translation>가장 큰 상대 오차, 파라미터 {total}개 중 {checked}개(꺾인 점의 {skipped}개 제외)</translation>
    </message>
    <message>
        <source>largest relative difference</source>
        <translation>가장 큰 상대 오차</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>다시 검사</translation>
    </message>
    <message>
        <source>Check gradient</source>
        <translation>기울기 검사</translation>
    </message>
    <message>
        <source>Gradient check</source>
        <translation>기울기 검사</translation>
    </message>
    <message>
        <source>Move single parameters a little, see how the loss changes, and compare with back-propagation.</source>
        <translation>파라미터를 하나씩 조금 움직여 손실의 변화를 보고 역전파와 비교합니다.</translation>
    </message>
    <message>
        <source>The weights have changed since a check with a difference of {largest}.</source>
        <translation>차이가 {largest}였던 검사 뒤로 가중치가 바뀌었습니다.</translation>
    </message>
    <message>
        <source>Is back-propagation right? Compare it with numerical derivatives.</source>
        <translation>역전파가 맞을까요? 수치 미분과 비교해 보세요.</translation>
    </message>
    <message>
        <source>Central differences: {numerical} µs for each parameter
Back-propagation: {analytic} µs for each parameter, all {total} at once
That is {ratio} times as fast.</source>
        <translation>중앙 차분: 파라미터마다 {numerical} µs
역전파: 파라미터마다 {analytic} µs, {total}개를 한꺼번에
{ratio}배 빠릅니다.</translation>
    </message>
</context>
<context>
    <name>GradientBoard</name>
    <message>
        <source>Confidently wrong: p = 0.001, t = 1</source>
        <translation>확신하고 틀림: p = 0.001, t = 1</translation>
    </message>
    <message>
        <source>Target t</source>
        <translation>목푯값 t</translation>
    </message>
    <message>
        <source>Logit z</source>
        <translation>로짓 z</translation>
    </message>
    <message>
        <source>Output p = σ(z)</source>
        <translation>출력 p = σ(z)</translation>
    </message>
    <message>
        <source>Output p of the sigmoid</source>
        <translation>시그모이드의 출력 p</translation>
    </message>
    <message>
        <source>Squared error</source>
        <translation>제곱 오차</translation>
    </message>
    <message>
        <source>Cross-entropy</source>
        <translation>교차 엔트로피</translation>
    </message>
    <message>
        <source>loss L</source>
        <translation>손실 L</translation>
    </message>
    <message>
        <source>slope dL/dz</source>
        <translation>미분 dL/dz</translation>
    </message>
    <message>
        <source>logit z</source>
        <translation>로짓 z</translation>
    </message>
    <message>
        <source>Losses over the logit</source>
        <translation>로짓에 따른 손실</translation>
    </message>
    <message>
        <source>Derivatives of the losses over the logit</source>
        <translation>로짓에 따른 손실의 미분</translation>
    </message>
    <message>
        <source>cross-entropy −ln p</source>
        <translation>교차 엔트로피 −ln p</translation>
    </message>
    <message>
        <source>cross-entropy −ln (1 − p)</source>
        <translation>교차 엔트로피 −ln (1 − p)</translation>
    </message>
    <message>
        <source>squared error (p − t)²</source>
        <translation>제곱 오차 (p − t)²</translation>
    </message>
    <message>
        <source>The answer is wrong, but the sigmoid is nearly flat here: its slope p(1 − p) = {inner} makes the squared error pull {ratio} times more weakly than cross-entropy, in which this factor cancels.</source>
        <translation>답이 틀렸는데도 시그모이드가 이곳에서 거의 평평합니다. 그 기울기 p(1 − p) = {inner} 때문에 제곱 오차가 당기는 힘은 교차 엔트로피의 {ratio}분의 1입니다. 교차 엔트로피에서는 이 인수가 약분됩니다.</translation>
    </message>
    <message>
        <source>Cross-entropy pulls {ratio} times as hard as the squared error here.</source>
        <translation>이곳에서 교차 엔트로피는 제곱 오차보다 {ratio}배 세게 당깁니다.</translation>
    </message>
</context>
<context>
    <name>GradientsSection</name>
    <message>
        <source>{activation}: the run, iteration {iteration}</source>
        <translation>{activation}: 본 실행, 반복 {iteration}</translation>
    </message>
    <message>
        <source>{activation}: its twin, diverged at iteration {iteration}</source>
        <translation>{activation}: 쌍둥이, 반복 {iteration}에서 발산</translation>
    </message>
    <message>
        <source>{activation}: its twin, iteration {iteration}</source>
        <translation>{activation}: 쌍둥이, 반복 {iteration}</translation>
    </message>
    <message>
        <source>Gradient norm of hidden 1 / that of the output: {run} for {run_name}, {twin} for {twin_name}.</source>
        <translation>은닉 1의 기울기 노름 / 출력층의 기울기 노름: {run_name} {run}, {twin_name} {twin}.</translation>
    </message>
    <message>
        <source>Run and twin</source>
        <translation>본 실행과 쌍둥이</translation>
    </message>
    <message>
        <source>Gradient norm of every layer</source>
        <translation>층별 기울기 노름</translation>
    </message>
    <message>
        <source>Product of the derivatives</source>
        <translation>도함수의 곱</translation>
    </message>
    <message>
        <source>Its twin</source>
        <translation>쌍둥이</translation>
    </message>
    <message>
        <source>Activation of the twin</source>
        <translation>쌍둥이의 활성화 함수</translation>
    </message>
    <message>
        <source>The twin begins with the same weights and gets the same samples; only its activation is another.</source>
        <translation>쌍둥이는 같은 가중치로 시작해 같은 샘플을 받습니다. 활성화 함수만 다릅니다.</translation>
    </message>
    <message>
        <source>Each layer multiplies the gradient by f′. Mean |f′| of a layer and all behind it; σ′ ≤ {most}.</source>
        <translation>층마다 기울기에 f′가 곱해집니다. 한 층과 그 뒤 모든 층의 평균 |f′|, σ′ ≤ {most}.</translation>
    </message>
    <message>
        <source>all hidden layers of the run</source>
        <translation>본 실행의 모든 은닉층</translation>
    </message>
    <message>
        <source>at most, for sigmoid: 0.25ⁿ =</source>
        <translation>시그모이드의 상한: 0.25ⁿ =</translation>
    </message>
</context>
<context>
    <name>GraphCanvas</name>
    <message>
        <source>Nodes: {count}. Arrow keys go from one to the next.</source>
        <translation>노드 {count}개. 화살표 키로 다음 노드로 갑니다.</translation>
    </message>
</context>
<context>
    <name>GraphPage</name>
    <message>
        <source>Graph</source>
        <translation>그래프</translation>
    </message>
    <message>
        <source>Forward mode and reverse mode</source>
        <translation>순방향 모드와 역방향 모드</translation>
    </message>
</context>
<context>
    <name>GraphSection</name>
    <message>
        <source>Computational graph</source>
        <translation>계산 그래프</translation>
    </message>
    <message>
        <source>crowded: point at a node to see the numbers of its edges</source>
        <translation>복잡한 곳: 노드를 가리키면 그 간선의 숫자가 보입니다</translation>
    </message>
    <message>
        <source>value, goes forward</source>
        <translation>값, 앞으로 감</translation>
    </message>
    <message>
        <source>gradient, comes back (Σ: added up)</source>
        <translation>기울기, 되돌아옴 (Σ: 더해짐)</translation>
    </message>
    <message>
        <source>kept for the way back</source>
        <translation>돌아올 때를 위해 저장</translation>
    </message>
    <message>
        <source>The step and the node</source>
        <translation>걸음과 노드</translation>
    </message>
</context>
<context>
    <name>GraphWords</name>
    <message>
        <source>Inputs are given</source>
        <translation>입력이 주어졌습니다</translation>
    </message>
    <message>
        <source>Forward pass, step {step} of {count}</source>
        <translation>순전파, {count}걸음 중 {step}</translation>
    </message>
    <message>
        <source>Backward pass, step {step} of {count}</source>
        <translation>역전파, {count}걸음 중 {step}</translation>
    </message>
    <message>
        <source>Play, or take one step: values go forward node by node, then gradients come back edge by edge.</source>
        <translation>재생하거나 한 걸음씩 가세요. 값이 노드마다 앞으로 가고, 이어서 기울기가 간선마다 되돌아옵니다.</translation>
    </message>
    <message>
        <source>The backward pass begins at the output: ∂{name}/∂{name} = 1.</source>
        <translation>역전파는 출력에서 시작합니다: ∂{name}/∂{name} = 1.</translation>
    </message>
    <message>
        <source>{name} is used {count} times: what its edges send back adds up.</source>
        <translation>{name}: {count}번 쓰이므로 간선들이 되돌려 보낸 기울기를 더합니다.</translation>
    </message>
    <message>
        <source>Nothing of the forward pass is kept.</source>
        <translation>순전파에서 저장하는 것이 없습니다.</translation>
    </message>
    <message>
        <source>Kept for the way back: its inputs (framed).</source>
        <translation>돌아올 때를 위해 저장: 입력 (테두리).</translation>
    </message>
    <message>
        <source>Kept for the way back: its own value (framed).</source>
        <translation>돌아올 때를 위해 저장: 자신의 값 (테두리).</translation>
    </message>
    <message>
        <source>input, to be changed in the picture</source>
        <translation>입력, 그림에서 바꿀 수 있음</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>상수</translation>
    </message>
    <message>
        <source>Your own expression</source>
        <translation>직접 쓴 수식</translation>
    </message>
    <message>
        <source>E1 · the first graph: (x + y) · z</source>
        <translation>E1 · 첫 그래프: (x + y) · z</translation>
    </message>
    <message>
        <source>E2 · buying apples: price · count · tax</source>
        <translation>E2 · 사과 사기: 가격 · 개수 · 세금</translation>
    </message>
    <message>
        <source>E3 · apples and oranges, with tax</source>
        <translation>E3 · 사과와 오렌지, 세금 포함</translation>
    </message>
    <message>
        <source>E4 · chain rule: (x + y)²</source>
        <translation>E4 · 연쇄 법칙: (x + y)²</translation>
    </message>
    <message>
        <source>E5 · b is used twice: (a + b) · (b + 1)</source>
        <translation>E5 · b가 두 번 쓰임: (a + b) · (b + 1)</translation>
    </message>
    <message>
        <source>E6 · one node of many kinds</source>
        <translation>E6 · 여러 종류의 노드 하나씩</translation>
    </message>
    <message>
        <source>E7 · affine, sigmoid, softmax with loss</source>
        <translation>E7 · 어파인, 시그모이드, 손실이 있는 소프트맥스</translation>
    </message>
    <message>
        <source>Names that are not defined become inputs. Enter draws the graph, Shift+Enter begins a new line.</source>
        <translation>정의되지 않은 이름은 입력이 됩니다. Enter는 그래프를 그리고 Shift+Enter는 줄을 바꿉니다.</translation>
    </message>
    <message>
        <source>+ passes the gradient on, × swaps its inputs.</source>
        <translation>+는 기울기를 그대로 넘기고, ×는 입력을 서로 바꿔 곱합니다.</translation>
    </message>
    <message>
        <source>How much more is paid, when the price, the count or the tax rises a little?</source>
        <translation>가격, 개수, 세율이 조금 오르면 얼마를 더 내게 될까요?</translation>
    </message>
    <message>
        <source>Sums and products of five inputs; one backward pass finds all five derivatives.</source>
        <translation>입력 다섯 개의 합과 곱. 역전파 한 번으로 도함수 다섯 개를 모두 구합니다.</translation>
    </message>
    <message>
        <source>dz/dt = 2t and dt/dx = 1, so dz/dx = 2(x + y).</source>
        <translation>dz/dt = 2t이고 dt/dx = 1이므로 dz/dx = 2(x + y)입니다.</translation>
    </message>
    <message>
        <source>Both paths from b to the output count: their gradients add up.</source>
        <translation>b에서 출력으로 가는 두 경로가 모두 영향을 주므로 기울기를 더합니다.</translation>
    </message>
    <message>
        <source>What each kind of node does to the gradient, and which values it keeps.</source>
        <translation>노드의 종류마다 기울기에 하는 일과 저장하는 값.</translation>
    </message>
    <message>
        <source>Layers as single nodes; softmax with cross-entropy sends back y − t.</source>
        <translation>층을 노드 하나로. 소프트맥스와 교차 엔트로피는 y − t를 되돌려 보냅니다.</translation>
    </message>
    <message>
        <source>not computed yet</source>
        <translation>아직 계산하지 않음</translation>
    </message>
    <message>
        <source>value {value}</source>
        <translation>값 {value}</translation>
    </message>
    <message>
        <source>gradient {name} {value}</source>
        <translation>기울기 {name} {value}</translation>
    </message>
    <message>
        <source>{name}, value {value}, {partial} {text}</source>
        <translation>{name}, 값 {value}, {partial} {text}</translation>
    </message>
    <message>
        <source>+ passes the upstream gradient on to each input as it is.</source>
        <translation>+는 상류의 기울기를 각 입력에 그대로 넘깁니다.</translation>
    </message>
    <message>
        <source>The input that won gets the whole upstream gradient, the others get 0.</source>
        <translation>이긴 입력이 상류의 기울기를 모두 받고 나머지는 0을 받습니다.</translation>
    </message>
    <message>
        <source>Σ passes the upstream gradient on to each input as it is.</source>
        <translation>Σ는 상류의 기울기를 각 입력에 그대로 넘깁니다.</translation>
    </message>
    <message>
        <source>− passes the upstream gradient on: as it is to the first input, with the other sign to the second.</source>
        <translation>−는 상류의 기울기를 첫째 입력에는 그대로, 둘째 입력에는 부호를 바꿔 넘깁니다.</translation>
    </message>
    <message>
        <source>− turns the sign of the upstream gradient.</source>
        <translation>−는 상류의 기울기의 부호를 바꿉니다.</translation>
    </message>
    <message>
        <source>× swaps its inputs: each gets the upstream gradient times the other input.</source>
        <translation>×는 입력을 서로 바꿉니다. 각 입력은 상류의 기울기 곱하기 다른 입력을 받습니다.</translation>
    </message>
    <message>
        <source>a / b sends 1/b times the upstream gradient to a, and −a/b² times it to b.</source>
        <translation>a / b는 a에 1/b 곱하기 상류의 기울기를, b에 −a/b² 곱하기 상류의 기울기를 보냅니다.</translation>
    </message>
    <message>
        <source>aⁿ sends n·aⁿ⁻¹ times the upstream gradient to a.</source>
        <translation>aⁿ은 a에 n·aⁿ⁻¹ 곱하기 상류의 기울기를 보냅니다.</translation>
    </message>
    <message>
        <source>exp multiplies the upstream gradient by its own value.</source>
        <translation>exp는 상류의 기울기에 자신의 값을 곱합니다.</translation>
    </message>
    <message>
        <source>log divides the upstream gradient by its input.</source>
        <translation>log는 상류의 기울기를 입력으로 나눕니다.</translation>
    </message>
    <message>
        <source>A root y divides the upstream gradient by 2y.</source>
        <translation>제곱근 y는 상류의 기울기를 2y로 나눕니다.</translation>
    </message>
    <message>
        <source>σ multiplies the upstream gradient by y(1 − y), ¼ at the most: gradients shrink.</source>
        <translation>σ는 상류의 기울기에 최대 ¼인 y(1 − y)를 곱하므로 기울기가 줄어듭니다.</translation>
    </message>
    <message>
        <source>tanh multiplies the upstream gradient by 1 − y²: little is left where it is saturated.</source>
        <translation>tanh는 상류의 기울기에 1 − y²을 곱하므로 포화된 곳에서는 거의 남지 않습니다.</translation>
    </message>
    <message>
        <source>ReLU is a gate: open for positive inputs, shut for all others.</source>
        <translation>ReLU는 문과 같습니다. 양수 입력에는 열리고 나머지에는 닫힙니다.</translation>
    </message>
    <message>
        <source>max: {routes}</source>
        <translation>max: {routes}</translation>
    </message>
    <message>
        <source>min: {routes}</source>
        <translation>min: {routes}</translation>
    </message>
    <message>
        <source>w·x + b: each weight gets the gradient times its x, each x times its weight, b as it is.</source>
        <translation>w·x + b: 각 가중치는 기울기 곱하기 그 x를, 각 x는 기울기 곱하기 그 가중치를, b는 기울기를 그대로 받습니다.</translation>
    </message>
    <message>
        <source>Every logit moves every probability: ∂yᵢ/∂zⱼ = yᵢ(δᵢⱼ − yⱼ).</source>
        <translation>로짓 하나가 모든 확률을 움직입니다: ∂yᵢ/∂zⱼ = yᵢ(δᵢⱼ − yⱼ).</translation>
    </message>
    <message>
        <source>Softmax with cross-entropy sends back y − t: probability minus target.</source>
        <translation>소프트맥스와 교차 엔트로피는 y − t를 되돌려 보냅니다: 확률 빼기 목푯값.</translation>
    </message>
    <message>
        <source>Cross-entropy sends back −t/y: the smaller y, the larger the gradient.</source>
        <translation>교차 엔트로피는 −t/y를 되돌려 보냅니다. y가 작을수록 기울기가 큽니다.</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Help on “{pane}”</source>
        <translation>“{pane}” 도움말</translation>
    </message>
</context>
<context>
    <name>HandWindow</name>
    <message>
        <source>Teach it your hand</source>
        <translation>내 손글씨 가르치기</translation>
    </message>
    <message>
        <source>rehearse what it knows</source>
        <translation>아는 것 복습하기</translation>
    </message>
    <message>
        <source>Three of four examples are digits it knew before; without them it forgets more of what it knew</source>
        <translation>넷 중 셋은 이미 알던 숫자를 함께 학습합니다. 그러지 않으면 알던 것을 더 많이 잊습니다</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>To the next digit that is not drawn yet</source>
        <translation>아직 그리지 않은 다음 숫자로 갑니다</translation>
    </message>
    <message>
        <source>Teach it</source>
        <translation>가르치기</translation>
    </message>
    <message>
        <source>Fine-tune the network on your drawings; they stay in memory only</source>
        <translation>내 그림으로 신경망을 미세 조정합니다. 그림은 메모리에만 둡니다</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Break off; the network stays as it is</source>
        <translation>중단합니다. 신경망은 그대로입니다</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>The weights as they were before, to the last bit</source>
        <translation>마지막 비트까지 이전 가중치로 되돌립니다</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>유지</translation>
    </message>
    <message>
        <source>Stay with the new weights</source>
        <translation>새 가중치를 그대로 씁니다</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>저장…</translation>
    </message>
    <message>
        <source>Save the network as it is now in a file</source>
        <translation>지금 상태의 신경망을 파일에 저장합니다</translation>
    </message>
</context>
<context>
    <name>HandWords</name>
    <message>
        <source>Inspect</source>
        <translation>살펴보기</translation>
    </message>
    <message>
        <source>Set weight…</source>
        <translation>가중치 설정…</translation>
    </message>
    <message>
        <source>Set weight to 0</source>
        <translation>가중치를 0으로</translation>
    </message>
    <message>
        <source>Set bias…</source>
        <translation>편향 설정…</translation>
    </message>
    <message>
        <source>Freeze this unit</source>
        <translation>이 유닛 고정</translation>
    </message>
    <message>
        <source>Unfreeze this unit</source>
        <translation>이 유닛 고정 해제</translation>
    </message>
    <message>
        <source>Freeze this layer</source>
        <translation>이 층 고정</translation>
    </message>
    <message>
        <source>Unfreeze this layer</source>
        <translation>이 층 고정 해제</translation>
    </message>
    <message>
        <source>Switch this unit off</source>
        <translation>이 유닛 끄기</translation>
    </message>
    <message>
        <source>Switch this unit on</source>
        <translation>이 유닛 켜기</translation>
    </message>
    <message>
        <source>Add a unit to this layer</source>
        <translation>이 층에 유닛 추가</translation>
    </message>
    <message>
        <source>Remove this unit</source>
        <translation>이 유닛 제거</translation>
    </message>
    <message>
        <source>Insert a hidden layer before</source>
        <translation>앞에 은닉층 삽입</translation>
    </message>
    <message>
        <source>Insert a hidden layer after</source>
        <translation>뒤에 은닉층 삽입</translation>
    </message>
    <message>
        <source>Remove this layer</source>
        <translation>이 층 제거</translation>
    </message>
    <message>
        <source>Show the whole network</source>
        <translation>신경망 전체 보기</translation>
    </message>
    <message>
        <source>Add a unit to {layer}</source>
        <translation>{layer}에 유닛 추가</translation>
    </message>
    <message>
        <source>Remove the last unit of {layer}</source>
        <translation>{layer}의 마지막 유닛 제거</translation>
    </message>
    <message>
        <source>Remove {layer}</source>
        <translation>{layer} 제거</translation>
    </message>
    <message>
        <source>Insert a hidden layer before {layer}</source>
        <translation>{layer} 앞에 은닉층 삽입</translation>
    </message>
    <message>
        <source>training</source>
        <translation>학습 중</translation>
    </message>
    <message>
        <source>layer frozen</source>
        <translation>층 고정됨</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>고정됨</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>유닛</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>꺼짐</translation>
    </message>
    <message>
        <source>bias of {unit}</source>
        <translation>{unit}의 편향</translation>
    </message>
    <message>
        <source>type a number to set it, Page Up and Page Down change it, [ and ] go to the next edge</source>
        <translation>수를 입력하면 설정되고, Page Up과 Page Down으로 바꾸며, [ 와 ] 로 다음 간선으로 갑니다</translation>
    </message>
    <message>
        <source>Tab and arrow keys go from unit to unit, Enter selects one. [ and ] go through the edges that enter it; type a number to set the weight of the selected edge. B sets the bias of a unit. Shift+F10 opens a menu.</source>
        <translation>Tab과 화살표 키로 유닛 사이를 옮기고 Enter로 선택합니다. [ 와 ] 로 들어오는 간선을 차례로 지나고, 수를 입력하면 선택한 간선의 가중치가 설정됩니다. B는 유닛의 편향을 설정합니다. Shift+F10은 메뉴를 엽니다.</translation>
    </message>
</context>
<context>
    <name>HandsPart</name>
    <message>
        <source>Hands on</source>
        <translation>직접 조작</translation>
    </message>
    <message>
        <source>Freeze this unit</source>
        <translation>이 유닛 고정</translation>
    </message>
    <message>
        <source>Freeze its layer</source>
        <translation>이 층 고정</translation>
    </message>
    <message>
        <source>Switch it off</source>
        <translation>유닛 끄기</translation>
    </message>
    <message>
        <source>Remove this unit</source>
        <translation>이 유닛 제거</translation>
    </message>
    <message>
        <source>With all of its weights; Undo brings it back</source>
        <translation>가중치까지 모두 제거합니다. 실행 취소로 되돌릴 수 있습니다</translation>
    </message>
    <message>
        <source>Training leaves its incoming weights and its bias as they are</source>
        <translation>학습이 들어오는 가중치와 편향을 그대로 둡니다</translation>
    </message>
    <message>
        <source>Training leaves all weights into this layer as they are</source>
        <translation>학습이 이 층으로 들어오는 모든 가중치를 그대로 둡니다</translation>
    </message>
    <message>
        <source>It puts out 0, and nothing flows back through it</source>
        <translation>0을 내며, 이 유닛을 지나 되돌아가는 것이 없습니다</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Speed</source>
        <translation>속도</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>에폭</translation>
    </message>
    <message>
        <source>iteration</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>loss of run A</source>
        <translation>실행 A의 손실</translation>
    </message>
    <message>
        <source>accuracy of A</source>
        <translation>A의 정확도</translation>
    </message>
    <message>
        <source>mini-batch loss</source>
        <translation>미니배치 손실</translation>
    </message>
    <message>
        <source>test accuracy</source>
        <translation>테스트 정확도</translation>
    </message>
    <message>
        <source>full speed</source>
        <translation>최대 속도</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시정지</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>{count} / s</source>
        <translation>{count} / 초</translation>
    </message>
    <message>
        <source>Speed, now {speed}: from one iteration a second to as fast as this machine can</source>
        <translation>속도, 현재 {speed}: 초당 반복 한 번부터 이 컴퓨터의 최대 속도까지</translation>
    </message>
</context>
<context>
    <name>HelpCard</name>
    <message>
        <source>Help</source>
        <translation>도움말</translation>
    </message>
    <message>
        <source>Close the help</source>
        <translation>도움말 닫기</translation>
    </message>
</context>
<context>
    <name>HistogramView</name>
    <message>
        <source>{count} of {total} values between {low} and {high}</source>
        <translation>{low} ~ {high}: 값 {total}개 중 {count}개</translation>
    </message>
</context>
<context>
    <name>HistorySection</name>
    <message>
        <source>Timeline from 1943 to 2010; arrow keys go from entry to entry</source>
        <translation>1943년부터 2010년까지의 연표. 화살표 키로 항목 사이를 옮깁니다</translation>
    </message>
    <message>
        <source>See it in the lab</source>
        <translation>실험실에서 보기</translation>
    </message>
</context>
<context>
    <name>HistoryWords</name>
    <message>
        <source>The threshold neuron</source>
        <translation>임계값 뉴런</translation>
    </message>
    <message>
        <source>Learning at the synapse</source>
        <translation>시냅스의 학습</translation>
    </message>
    <message>
        <source>The perceptron</source>
        <translation>퍼셉트론</translation>
    </message>
    <message>
        <source>Adaline, the delta rule</source>
        <translation>아달린, 델타 규칙</translation>
    </message>
    <message>
        <source>Limits of one layer</source>
        <translation>한 층의 한계</translation>
    </message>
    <message>
        <source>Back-propagation</source>
        <translation>역전파</translation>
    </message>
    <message>
        <source>1990s</source>
        <translation>1990년대</translation>
    </message>
    <message>
        <source>Vapnik and others</source>
        <translation>Vapnik 외</translation>
    </message>
    <message>
        <source>Support vector machines</source>
        <translation>서포트 벡터 머신</translation>
    </message>
    <message>
        <source>Deep belief nets</source>
        <translation>심층 신뢰 신경망</translation>
    </message>
    <message>
        <source>1st generation
single threshold units</source>
        <translation>1세대
단일 임계값 유닛</translation>
    </message>
    <message>
        <source>2nd generation
layers that learn</source>
        <translation>2세대
학습하는 층</translation>
    </message>
    <message>
        <source>3rd
deep networks</source>
        <translation>3세대
심층 신경망</translation>
    </message>
    <message>
        <source>A neurophysiologist and a young logician describe the neuron as a switch: it fires when enough of its inputs do. They show that nets of such switches can compute any statement of propositional logic. Nothing is learnt yet: somebody has to choose the thresholds.</source>
        <translation>신경생리학자 한 사람과 젊은 논리학자 한 사람이 뉴런을 스위치로 설명합니다. 입력이 충분히 많이 켜지면 발화합니다. 두 사람은 이런 스위치의 망이 명제 논리의 어떤 명제든 계산할 수 있음을 보입니다. 아직 학습은 없으며 누군가 임계값을 골라야 합니다.</translation>
    </message>
    <message>
        <source>In “The Organization of Behavior” the psychologist Donald Hebb proposes how a brain could learn: when one cell takes part in firing another again and again, the connection between the two grows stronger. It is a rule that changes weights, but nobody yet tells the cell which answer would be right.</source>
        <translation>심리학자 도널드 헵은 『행동의 조직화』에서 뇌가 학습하는 방법을 제안합니다. 한 세포가 다른 세포의 발화에 거듭 참여하면 둘 사이의 연결이 강해진다는 것입니다. 가중치를 바꾸는 규칙이지만, 어떤 답이 옳은지 세포에게 알려 주는 것은 아직 없습니다.</translation>
    </message>
    <message>
        <source>Frank Rosenblatt’s perceptron learns from its mistakes: after a wrong answer the weights move towards the right one. He describes it in 1957, publishes it in 1958 and has a machine built, the Mark I, with 400 photocells as its eye. If a line parts the classes, the rule is certain to find one.</source>
        <translation>프랭크 로젠블랫의 퍼셉트론은 실수에서 배웁니다. 답이 틀리면 가중치가 옳은 쪽으로 움직입니다. 그는 1957년에 이를 기술하고 1958년에 발표하며, 광전지 400개를 눈으로 쓰는 기계 마크 I을 만들게 합니다. 직선 하나로 클래스가 나뉘면 이 규칙은 반드시 그 직선을 찾습니다.</translation>
    </message>
    <message>
        <source>Bernard Widrow and his student Ted Hoff compare the target with the sum itself, not with the answer behind the threshold, and go down the squared error: gradient descent on a single unit, the Adaline. As the LMS algorithm the rule is still at work in adaptive filters, in echo cancellation for instance.</source>
        <translation>버나드 위드로와 제자 테드 호프는 임계값을 거친 답이 아니라 합 자체를 목푯값과 비교하여 제곱 오차를 따라 내려갑니다. 유닛 하나의 경사 하강법, 곧 아달린입니다. 이 규칙은 LMS 알고리즘으로서 반향 제거와 같은 적응 필터에서 지금도 쓰입니다.</translation>
    </message>
    <message>
        <source>In “Perceptrons” Marvin Minsky and Seymour Papert prove what a single layer cannot do: XOR and parity are among it. Layers in between would help, but no way to train them is widely known. For years interest and money go elsewhere.</source>
        <translation>마빈 민스키와 시모어 패퍼트는 『퍼셉트론』에서 한 층으로 할 수 없는 일을 증명합니다. XOR와 패리티도 그 가운데 있습니다. 사이에 층을 두면 되지만, 그것을 학습시키는 방법은 널리 알려지지 않았습니다. 여러 해 동안 관심과 돈이 다른 곳으로 갑니다.</translation>
    </message>
    <message>
        <source>Rumelhart, Hinton and Williams show that the chain rule, applied layer by layer from the output back, lets hidden units find useful features by themselves. The method had been found before, by Linnainmaa in 1970 and for networks by Werbos in 1974, but only now it takes hold. XOR is learnt at last.</source>
        <translation>루멜하트, 힌턴, 윌리엄스는 연쇄 법칙을 출력에서 거꾸로 층마다 적용하면 은닉 유닛이 스스로 쓸모 있는 특징을 찾음을 보입니다. 이 방법은 1970년 린나인마가, 신경망에 대해서는 1974년 워보스가 이미 찾았지만 이제야 자리를 잡습니다. 마침내 XOR가 학습됩니다.</translation>
    </message>
    <message>
        <source>Boser, Guyon and Vapnik (1992), then Cortes and Vapnik (1995), look for the line with the widest margin, in a space that a kernel opens up. The problem is convex: there is one best answer, and it is found every time. On many tasks support vector machines overtake neural networks.</source>
        <translation>보저, 귀용, 바프니크(1992), 이어 코르테스와 바프니크(1995)는 커널이 여는 공간에서 여백이 가장 넓은 직선을 찾습니다. 볼록 문제라서 가장 좋은 답이 하나이며 언제나 찾아집니다. 많은 과제에서 서포트 벡터 머신이 신경망을 앞지릅니다.</translation>
    </message>
    <message>
        <source>Hinton, Osindero and Teh train a network of many layers one layer after the other, without labels, and refine the whole at the end. What was thought too deep to train now works. The name deep learning spreads; much more data and graphics processors soon carry it further.</source>
        <translation>힌턴, 오신데로, 테는 층이 많은 신경망을 레이블 없이 한 층씩 학습시키고 마지막에 전체를 다듬습니다. 너무 깊어 학습할 수 없다던 것이 이제 됩니다. 딥러닝이라는 이름이 퍼지고, 훨씬 많은 데이터와 그래픽 프로세서가 곧 이를 더 멀리 이끕니다.</translation>
    </message>
</context>
<context>
    <name>ImagesDialog</name>
    <message>
        <source>Reading {count} images…</source>
        <translation>이미지 {count}장 읽는 중…</translation>
    </message>
    <message>
        <source>{images} images in {classes} classes, grey, {side} × {side} pixels.</source>
        <translation>이미지 {images}장, 클래스 {classes}개, 회색조, {side} × {side} 픽셀입니다.</translation>
    </message>
    <message>
        <source>Not readable and left out: {count} ({names})</source>
        <translation>읽을 수 없어 제외: {count}장 ({names})</translation>
    </message>
    <message>
        <source>Images from {name}</source>
        <translation>{name}의 이미지</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>픽셀</translation>
    </message>
    <message>
        <source>Pixels along a side</source>
        <translation>한 변의 픽셀 수</translation>
    </message>
    <message>
        <source>The first images of each class</source>
        <translation>클래스별 첫 이미지들</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>읽는 중</translation>
    </message>
    <message>
        <source>Train on it</source>
        <translation>이것으로 학습</translation>
    </message>
    <message>
        <source>Make them the data of this page; the network gets fitting inputs and outputs</source>
        <translation>이 페이지의 데이터로 씁니다. 신경망의 입력과 출력은 이에 맞춰집니다</translation>
    </message>
    <message>
        <source>Every image becomes so large; each pixel is one input</source>
        <translation>모든 이미지를 이 크기로 만듭니다. 픽셀 하나가 입력 하나입니다</translation>
    </message>
</context>
<context>
    <name>InputView</name>
    <message>
        <source>Input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>An input computes nothing: this is one number of the sample, after scaling.</source>
        <translation>입력은 아무것도 계산하지 않습니다. 스케일링을 거친 샘플의 수 하나입니다.</translation>
    </message>
</context>
<context>
    <name>InspectorPane</name>
    <message>
        <source>Click a unit or a connection in the network to see what its numbers are.</source>
        <translation>신경망에서 유닛이나 연결을 클릭하면 그 수가 무엇인지 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Nothing goes through the network yet: draw a digit, or show a sample.</source>
        <translation>아직 신경망을 지나는 것이 없습니다. 숫자를 그리거나 샘플을 표시하세요.</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>인스펙터</translation>
    </message>
    <message>
        <source>Copy as NumPy</source>
        <translation>NumPy로 복사</translation>
    </message>
    <message>
        <source>Copy code that computes these numbers again</source>
        <translation>이 수들을 다시 계산하는 코드를 복사합니다</translation>
    </message>
</context>
<context>
    <name>InspectorWords</name>
    <message>
        <source>{layer} · pixel in row {row}, column {column}</source>
        <translation>{layer} · {row}행 {column}열의 픽셀</translation>
    </message>
    <message>
        <source>{layer} · class {name}</source>
        <translation>{layer} · 클래스 {name}</translation>
    </message>
    <message>
        <source>{layer} · unit {number}</source>
        <translation>{layer} · 유닛 {number}</translation>
    </message>
    <message>
        <source>{source} → {target}</source>
        <translation>{source} → {target}</translation>
    </message>
    <message>
        <source>{sample} · iteration {iteration}</source>
        <translation>{sample} · 반복 {iteration}</translation>
    </message>
    <message>
        <source>sample {number} of {samples} of the mini-batch</source>
        <translation>미니배치의 샘플 {number}/{samples}</translation>
    </message>
    <message>
        <source>test sample {number}</source>
        <translation>테스트 샘플 {number}</translation>
    </message>
    <message>
        <source>your drawing</source>
        <translation>직접 그린 그림</translation>
    </message>
    <message>
        <source>point ({x1}, {x2})</source>
        <translation>점 ({x1}, {x2})</translation>
    </message>
    <message>
        <source>Kept by dropout: f times {factor} is added.</source>
        <translation>드롭아웃에서 남음: f 곱하기 {factor}을(를) 더합니다.</translation>
    </message>
    <message>
        <source>Sum {number} is the largest when normalised: its weights are shown.</source>
        <translation>정규화했을 때 합 {number}번이 가장 크므로 그 가중치를 보여 줍니다.</translation>
    </message>
    <message>
        <source>Sum {number} is the largest: its weights are shown, and only they learn.</source>
        <translation>합 {number}번이 가장 크므로 그 가중치를 보여 주며, 그 가중치만 학습합니다.</translation>
    </message>
    <message>
        <source>μ and σ² are running averages, as whenever the network answers; training takes those of each mini-batch.</source>
        <translation>μ와 σ²은 신경망이 답할 때 늘 그렇듯 이동 평균입니다. 학습에서는 미니배치마다의 값을 씁니다.</translation>
    </message>
    <message>
        <source>{result} is {name} of {argument}</source>
        <translation>{result}은(는) {argument}의 {name}</translation>
    </message>
    <message>
        <source>f prime of {argument}, the slope of {name}</source>
        <translation>{argument}에서의 f 프라임, {name}의 기울기</translation>
    </message>
    <message>
        <source>n is gamma times x hat plus beta</source>
        <translation>n은 감마 곱하기 x 햇 더하기 베타</translation>
    </message>
    <message>
        <source>the gradient of n is the gradient of f times the slope at n</source>
        <translation>n의 기울기는 f의 기울기 곱하기 n에서의 미분</translation>
    </message>
    <message>
        <source>delta is gamma over the root of sigma squared plus epsilon times the gradient of n, by the mini-batch&apos;s own statistics less what mu and sigma squared take back</source>
        <translation>델타는 감마를 시그마 제곱 더하기 엡실론의 제곱근으로 나누고 n의 기울기를 곱한 것에서, 미니배치 자신의 통계로 뮤와 시그마 제곱이 도로 가져가는 몫을 뺀 것</translation>
    </message>
    <message>
        <source>the gradient of the output, from the loss</source>
        <translation>손실에서 온 출력의 기울기</translation>
    </message>
    <message>
        <source>delta is y minus t, divided by n, the number of samples</source>
        <translation>델타는 y 빼기 t를 샘플 수 n으로 나눈 것</translation>
    </message>
    <message>
        <source>the gradient of b is the sum of delta over the samples</source>
        <translation>b의 기울기는 델타의 샘플에 대한 합</translation>
    </message>
    <message>
        <source>Switched off: {a} is 0 whatever {z} is, and nothing flows back.</source>
        <translation>꺼짐: {z}의 값과 상관없이 {a}의 값은 0이고, 되돌아가는 것이 없습니다.</translation>
    </message>
    <message>
        <source>Dropped in this pass: {a} is what the layer before puts out, and only that flows back.</source>
        <translation>이번에 드롭아웃됨: {a}의 값은 앞 층의 출력이고, 그것만 되돌아갑니다.</translation>
    </message>
    <message>
        <source>Dropped in this pass: {a} is 0, and nothing flows back.</source>
        <translation>이번에 드롭아웃됨: {a}의 값은 0이고, 되돌아가는 것이 없습니다.</translation>
    </message>
    <message>
        <source>Kept by dropout: {a} is f({z}) times {factor}.</source>
        <translation>드롭아웃에서 남음: {a}의 값은 f({z}) 곱하기 {factor}입니다.</translation>
    </message>
    <message>
        <source>{z} j is the sum over i of w {ij} times {a} i, plus b j</source>
        <translation>{z} j는 w {ij} 곱하기 {a} i의 i에 대한 합 더하기 b j</translation>
    </message>
    <message>
        <source>the gradient of {a} j is the sum over k of w {jk} times delta k of the next layer</source>
        <translation>{a} j의 기울기는 w {jk} 곱하기 다음 층 델타 k의 k에 대한 합</translation>
    </message>
    <message>
        <source>the gradient of {a} j is the sum over k of w {jk} times delta k of the next layer, plus the gradient of the same unit&apos;s {a} in the next layer, which comes over its skip connection</source>
        <translation>{a} j의 기울기는 w {jk} 곱하기 다음 층 델타 k의 k에 대한 합에, 스킵 연결을 거쳐 오는 다음 층 같은 유닛의 {a}의 기울기를 더한 것</translation>
    </message>
    <message>
        <source>x hat is {z} minus mu, over the root of sigma squared plus epsilon</source>
        <translation>x 햇은 {z} 빼기 뮤를, 시그마 제곱 더하기 엡실론의 제곱근으로 나눈 것</translation>
    </message>
    <message>
        <source>{a} is f plus the {a} of the same unit of the layer before</source>
        <translation>{a}의 값은 f 더하기 앞 층 같은 유닛의 {a}</translation>
    </message>
    <message>
        <source>delta is the gradient of {a} times the slope at {z}</source>
        <translation>델타는 {a}의 기울기 곱하기 {z}에서의 미분</translation>
    </message>
    <message>
        <source>delta j is {a} j times the gradient of {a} j less the mean of all gradients</source>
        <translation>델타 j는 {a} j 곱하기, {a} j의 기울기에서 모든 기울기의 평균을 뺀 것</translation>
    </message>
    <message>
        <source>the gradient of w is the sum of {a} times delta over the samples</source>
        <translation>w의 기울기는 {a} 곱하기 델타의 샘플에 대한 합</translation>
    </message>
    <message>
        <source>g is the gradient of w plus the penalties</source>
        <translation>g는 w의 기울기 더하기 벌점</translation>
    </message>
    <message>
        <source>the next value is the old one minus eta times g</source>
        <translation>다음 값은 이전 값 빼기 에타 곱하기 g</translation>
    </message>
    <message>
        <source>the next v is alpha times v minus eta times g</source>
        <translation>다음 v는 알파 곱하기 v 빼기 에타 곱하기 g</translation>
    </message>
    <message>
        <source>the next value is the old one plus the next v</source>
        <translation>다음 값은 이전 값 더하기 다음 v</translation>
    </message>
    <message>
        <source>the next value is the old one plus alpha times the next v minus eta times g</source>
        <translation>다음 값은 이전 값 더하기 알파 곱하기 다음 v 빼기 에타 곱하기 g</translation>
    </message>
    <message>
        <source>the next h is h plus g squared</source>
        <translation>다음 h는 h 더하기 g 제곱</translation>
    </message>
    <message>
        <source>the next h is rho times h plus 1 minus rho times g squared</source>
        <translation>다음 h는 로 곱하기 h 더하기, 1 빼기 로, 곱하기 g 제곱</translation>
    </message>
    <message>
        <source>the next value is the old one minus eta times g over the root of the next h</source>
        <translation>다음 값은 이전 값 빼기 에타 곱하기 g를 다음 h의 제곱근으로 나눈 것</translation>
    </message>
    <message>
        <source>the next m is beta 1 times m plus 1 minus beta 1 times g</source>
        <translation>다음 m은 베타 1 곱하기 m 더하기, 1 빼기 베타 1, 곱하기 g</translation>
    </message>
    <message>
        <source>the next v is beta 2 times v plus 1 minus beta 2 times g squared</source>
        <translation>다음 v는 베타 2 곱하기 v 더하기, 1 빼기 베타 2, 곱하기 g 제곱</translation>
    </message>
    <message>
        <source>m hat is the next m over 1 minus beta 1 to the power of t</source>
        <translation>m 햇은 다음 m을, 1 빼기 베타 1의 t제곱으로 나눈 것</translation>
    </message>
    <message>
        <source>v hat is the next v over 1 minus beta 2 to the power of t</source>
        <translation>v 햇은 다음 v를, 1 빼기 베타 2의 t제곱으로 나눈 것</translation>
    </message>
    <message>
        <source>the next value is the old one minus eta times m hat over the root of v hat</source>
        <translation>다음 값은 이전 값 빼기 에타 곱하기 m 햇을 v 햇의 제곱근으로 나눈 것</translation>
    </message>
    <message>
        <source>weighted sum with bias (pre-activation)</source>
        <translation>편향을 더한 가중합 (활성화 전)</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>활성값</translation>
    </message>
    <message>
        <source>activation, the output</source>
        <translation>활성값, 출력</translation>
    </message>
    <message>
        <source>slope below 0</source>
        <translation>0 아래의 기울기</translation>
    </message>
    <message>
        <source>gradient of the slope</source>
        <translation>그 기울기에 대한 손실의 기울기</translation>
    </message>
    <message>
        <source>slope</source>
        <translation>미분값</translation>
    </message>
    <message>
        <source>mean of {z} in the mini-batch</source>
        <translation>미니배치에서 {z}의 평균</translation>
    </message>
    <message>
        <source>variance of {z} in the mini-batch</source>
        <translation>미니배치에서 {z}의 분산</translation>
    </message>
    <message>
        <source>running mean of {z}</source>
        <translation>{z}의 이동 평균</translation>
    </message>
    <message>
        <source>running variance of {z}</source>
        <translation>{z}의 이동 분산</translation>
    </message>
    <message>
        <source>{a} of the layer before</source>
        <translation>앞 층의 {a}</translation>
    </message>
    <message>
        <source>gradient of b</source>
        <translation>b의 기울기</translation>
    </message>
    <message>
        <source>gradient of {a}</source>
        <translation>{a}의 기울기</translation>
    </message>
    <message>
        <source>gradient of {z}</source>
        <translation>{z}의 기울기</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>편향</translation>
    </message>
    <message>
        <source>next bias</source>
        <translation>다음 편향</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>from its source</source>
        <translation>출발 유닛에서</translation>
    </message>
    <message>
        <source>gradient of w</source>
        <translation>w의 기울기</translation>
    </message>
    <message>
        <source>penalty</source>
        <translation>벌점</translation>
    </message>
    <message>
        <source>gradient used</source>
        <translation>쓰인 기울기</translation>
    </message>
    <message>
        <source>next weight</source>
        <translation>다음 가중치</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>target</source>
        <translation>목푯값</translation>
    </message>
    <message>
        <source>norm of dW</source>
        <translation>dW의 노름</translation>
    </message>
    <message>
        <source>least of dW</source>
        <translation>dW의 최솟값</translation>
    </message>
    <message>
        <source>most of dW</source>
        <translation>dW의 최댓값</translation>
    </message>
    <message>
        <source>trained scale</source>
        <translation>학습된 배율</translation>
    </message>
    <message>
        <source>normalised {z}</source>
        <translation>정규화된 {z}</translation>
    </message>
    <message>
        <source>trained shift</source>
        <translation>학습된 이동</translation>
    </message>
    <message>
        <source>what enters f</source>
        <translation>f에 들어가는 값</translation>
    </message>
    <message>
        <source>gradient of n</source>
        <translation>n의 기울기</translation>
    </message>
    <message>
        <source>gradient of γ</source>
        <translation>γ의 기울기</translation>
    </message>
    <message>
        <source>gradient of β</source>
        <translation>β의 기울기</translation>
    </message>
    <message>
        <source>gradient of f</source>
        <translation>f의 기울기</translation>
    </message>
    <message>
        <source>velocity</source>
        <translation>속도</translation>
    </message>
    <message>
        <source>sum of squares</source>
        <translation>제곱의 합</translation>
    </message>
    <message>
        <source>mean of squares</source>
        <translation>제곱의 평균</translation>
    </message>
    <message>
        <source>mean of gradients</source>
        <translation>기울기의 평균</translation>
    </message>
    <message>
        <source>next {name}</source>
        <translation>다음 {name}</translation>
    </message>
    <message>
        <source>Pause to see the optimizer&apos;s accumulators and the next value.</source>
        <translation>일시정지하면 옵티마이저의 누적값과 다음 값을 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Frozen: the update leaves it as it is.</source>
        <translation>고정됨: 갱신이 그대로 둡니다.</translation>
    </message>
</context>
<context>
    <name>Invitation</name>
    <message>
        <source>Show passes</source>
        <translation>전파 보기</translation>
    </message>
    <message>
        <source>Play forward pass, loss, backward pass and update for what is shown; nothing is trained</source>
        <translation>지금 보이는 것의 순전파, 손실, 역전파, 갱신을 재생합니다. 학습하지는 않습니다</translation>
    </message>
    <message>
        <source>One mini-batch</source>
        <translation>미니배치 하나</translation>
    </message>
    <message>
        <source>Make one real iteration on the next mini-batch, and play it</source>
        <translation>다음 미니배치로 실제 반복을 한 번 하고 재생합니다</translation>
    </message>
    <message>
        <source>First draw a digit or take a test sample</source>
        <translation>먼저 숫자를 그리거나 테스트 샘플을 고르세요</translation>
    </message>
    <message>
        <source>First click on a point of the plane</source>
        <translation>먼저 평면 위의 점을 클릭하세요</translation>
    </message>
    <message>
        <source>Watch one iteration slowly</source>
        <translation>반복 한 번을 천천히 보기</translation>
    </message>
    <message>
        <source>forward, loss, backward, update</source>
        <translation>순전파, 손실, 역전파, 갱신</translation>
    </message>
</context>
<context>
    <name>LabsRoom</name>
    <message>
        <source>Labs</source>
        <translation>실험실</translation>
    </message>
</context>
<context>
    <name>LaneTable</name>
    <message>
        <source>Compared runs</source>
        <translation>비교하는 실행</translation>
    </message>
</context>
<context>
    <name>LanguageMenu</name>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
</context>
<context>
    <name>Laser</name>
    <message>
        <source>Laser pointer</source>
        <translation>레이저 포인터</translation>
    </message>
</context>
<context>
    <name>LayerGrid</name>
    <message>
        <source>Choose a layer with the arrow keys.</source>
        <translation>화살표 키로 층을 고르세요.</translation>
    </message>
    <message>
        <source>Activations and gradients of each layer</source>
        <translation>층별 활성값과 기울기</translation>
    </message>
    <message>
        <source>activations {a}</source>
        <translation>활성값 {a}</translation>
    </message>
    <message>
        <source>gradients ∂L/∂W</source>
        <translation>기울기 ∂L/∂W</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>deviation</source>
        <translation>표준편차</translation>
    </message>
    <message>
        <source>saturated</source>
        <translation>포화</translation>
    </message>
    <message>
        <source>dead</source>
        <translation>죽음</translation>
    </message>
    <message>
        <source>gradient norm</source>
        <translation>기울기 노름</translation>
    </message>
    <message>
        <source>Nothing is known yet: the samples are still being loaded.</source>
        <translation>아직 알 수 없습니다. 샘플을 불러오는 중입니다.</translation>
    </message>
</context>
<context>
    <name>LayerRow</name>
    <message>
        <source>weights W</source>
        <translation>가중치 W</translation>
    </message>
    <message>
        <source>W</source>
        <translation>W</translation>
    </message>
    <message>
        <source>gradients ∂L/∂W</source>
        <translation>기울기 ∂L/∂W</translation>
    </message>
    <message>
        <source>∂L/∂W</source>
        <translation>∂L/∂W</translation>
    </message>
    <message>
        <source>activations {a}</source>
        <translation>활성값 {a}</translation>
    </message>
</context>
<context>
    <name>LayerWords</name>
    <message>
        <source>{name} · {units} {activation}</source>
        <translation>{name} · {units} {activation}</translation>
    </message>
    <message>
        <source>batch norm</source>
        <translation>배치 정규화</translation>
    </message>
    <message>
        <source>residual</source>
        <translation>잔차</translation>
    </message>
    <message>
        <source>Gradients vanish towards the input: those of {first} are {ratio} of those of the {last} layer.</source>
        <translation>기울기가 입력 쪽으로 소실됩니다. {first}의 기울기는 {last}의 {ratio}배입니다.</translation>
    </message>
    <message>
        <source>Gradients explode towards the input: those of {first} are {ratio} times those of the {last} layer.</source>
        <translation>기울기가 입력 쪽으로 폭주합니다. {first}의 기울기는 {last}의 {ratio}배입니다.</translation>
    </message>
    <message>
        <source>Gradients explode: the largest norm is {norm}.</source>
        <translation>기울기가 폭주합니다. 가장 큰 노름은 {norm}입니다.</translation>
    </message>
    <message>
        <source>gradient norm</source>
        <translation>기울기 노름</translation>
    </message>
    <message>
        <source>saturated units</source>
        <translation>포화된 유닛</translation>
    </message>
    <message>
        <source>dead units</source>
        <translation>죽은 유닛</translation>
    </message>
    <message>
        <source>update ratio</source>
        <translation>갱신 비율</translation>
    </message>
    <message>
        <source>Values on the flat ends of the activation function, where its slope is less than a twentieth of the largest: hardly any gradient passes there.</source>
        <translation>활성화 함수의 평평한 양 끝에 놓인 값. 그곳의 기울기는 최댓값의 20분의 1보다 작아 기울기가 거의 지나가지 못합니다.</translation>
    </message>
    <message>
        <source>Units that put out 0 for every sample: no gradient reaches their weights.</source>
        <translation>모든 샘플에 0을 내는 유닛: 그 가중치에는 기울기가 닿지 않습니다.</translation>
    </message>
    <message>
        <source>‖ΔW‖ / ‖W‖: how large the last update is, compared with the weights. About 10⁻³ is a good size: much less learns slowly, much more is restless.</source>
        <translation>‖ΔW‖ / ‖W‖: 가중치에 견준 마지막 갱신의 크기. 10⁻³ 정도가 알맞습니다. 훨씬 작으면 학습이 느리고, 훨씬 크면 불안정합니다.</translation>
    </message>
    <message>
        <source>activations</source>
        <translation>활성값</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>gradients</source>
        <translation>기울기</translation>
    </message>
    <message>
        <source>{what} from {low} to {high}</source>
        <translation>{what}: {low} ~ {high}</translation>
    </message>
</context>
<context>
    <name>LayersPane</name>
    <message>
        <source>What the layers do</source>
        <translation>층이 하는 일</translation>
    </message>
    <message>
        <source>Gradient norms</source>
        <translation>기울기 노름</translation>
    </message>
    <message>
        <source>‖∂L/∂(W, b)‖, the length of the gradient of the mean loss of a fixed part of the training set</source>
        <translation>‖∂L/∂(W, b)‖, 훈련 세트의 고정된 일부에 대한 평균 손실의 기울기의 길이</translation>
    </message>
    <message>
        <source>Nothing is known yet: the samples are still being loaded.</source>
        <translation>아직 알 수 없습니다. 샘플을 불러오는 중입니다.</translation>
    </message>
    <message>
        <source>Heights: square roots of counts. Update ratio: ‖ΔW‖ / ‖W‖; a good size is 10⁻³.</source>
        <translation>높이: 개수의 제곱근. 갱신 비율: ‖ΔW‖ / ‖W‖, 10⁻³ 정도가 알맞습니다.</translation>
    </message>
</context>
<context>
    <name>LayersSection</name>
    <message>
        <source>Before training, {samples} samples. Lengths of bars: √ of counts.</source>
        <translation>학습 전, 샘플 {samples}개. 막대 길이: 개수의 √.</translation>
    </message>
    <message>
        <source>Iteration {iteration}, {samples} samples. Lengths of bars: √ of counts.</source>
        <translation>반복 {iteration}, 샘플 {samples}개. 막대 길이: 개수의 √.</translation>
    </message>
    <message>
        <source>Filled: iteration {iteration}; dotted: before training. Lengths of bars: √ of counts.</source>
        <translation>채움: 반복 {iteration}, 점선: 학습 전. 막대 길이: 개수의 √.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>What every layer puts out, and the gradients that come back</source>
        <translation>층마다 내는 값과 되돌아오는 기울기</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Own axes</source>
        <translation>층마다 축 따로</translation>
    </message>
    <message>
        <source>An axis for each layer instead of one for all</source>
        <translation>모든 층에 축 하나 대신 층마다 축을 둡니다</translation>
    </message>
    <message>
        <source>Show the start</source>
        <translation>시작 상태 표시</translation>
    </message>
    <message>
        <source>Dotted: the same network before training</source>
        <translation>점선: 학습 전의 같은 신경망</translation>
    </message>
</context>
<context>
    <name>LearningSection</name>
    <message>
        <source>Own points</source>
        <translation>직접 찍은 점</translation>
    </message>
    <message>
        <source>What is learnt</source>
        <translation>배울 것</translation>
    </message>
    <message>
        <source>Rate η</source>
        <translation>학습률 η</translation>
    </message>
    <message>
        <source>Learning rate η</source>
        <translation>학습률 η</translation>
    </message>
    <message>
        <source>Click into the plane to add a point, on a point to turn it over. By keyboard: arrow keys move the small blue cursor, Space adds or turns over, Delete removes the newest.</source>
        <translation>평면을 클릭하면 점이 추가되고, 점을 클릭하면 뒤집힙니다. 키보드: 화살표 키로 작은 파란 커서를 옮기고, 스페이스로 추가하거나 뒤집고, Delete로 가장 최근 점을 지웁니다.</translation>
    </message>
    <message>
        <source>The line moves when an answer was wrong</source>
        <translation>답이 틀렸을 때 직선이 움직입니다</translation>
    </message>
    <message>
        <source>Every sample with its numbers</source>
        <translation>모든 샘플과 그 수</translation>
    </message>
    <message>
        <source>Plane of the points; arrow keys move the cursor, Space adds a point</source>
        <translation>점의 평면. 화살표 키로 커서를 옮기고 스페이스로 점을 추가합니다</translation>
    </message>
    <message>
        <source>Samples shown so far, with every update</source>
        <translation>지금까지 보여 준 샘플과 모든 갱신</translation>
    </message>
</context>
<context>
    <name>LearningWords</name>
    <message>
        <source>All weights are 0. Press Step to show the first sample.</source>
        <translation>모든 가중치가 0입니다. 한 걸음을 눌러 첫 샘플을 보여 주세요.</translation>
    </message>
    <message>
        <source>Sample {n}: Σ = {sum}, so y = {y}; it should be t = {t}.</source>
        <translation>샘플 {n}: Σ = {sum}이므로 y = {y}, 목푯값은 t = {t}.</translation>
    </message>
    <message>
        <source>Right: nothing changes.</source>
        <translation>맞음: 바뀌는 것이 없습니다.</translation>
    </message>
    <message>
        <source>{updates} updates in {shown} samples.</source>
        <translation>샘플 {shown}개에서 갱신 {updates}번.</translation>
    </message>
    <message>
        <source>There is no point to learn: click into the plane.</source>
        <translation>배울 점이 없습니다. 평면을 클릭하세요.</translation>
    </message>
    <message>
        <source>Learnt after {updates} updates: {count} right in a row.</source>
        <translation>갱신 {updates}번 뒤 학습 완료: {count}개를 잇달아 맞혔습니다.</translation>
    </message>
    <message>
        <source>It goes round in circles: the weights after sample {again} are those after sample {first}.</source>
        <translation>제자리를 맴돕니다. 샘플 {again} 뒤의 가중치가 샘플 {first} 뒤의 가중치와 같습니다.</translation>
    </message>
    <message>
        <source>It never ends, as no weights do XOR. They would need b ≤ 0, w₁ + b &gt; 0, w₂ + b &gt; 0 and w₁ + w₂ + b ≤ 0. Add the middle two: w₁ + w₂ + 2b &gt; 0, so w₁ + w₂ + b &gt; −b ≥ 0: a contradiction. XOR is not linearly separable.</source>
        <translation>끝나지 않습니다. XOR를 만드는 가중치는 없기 때문입니다. b ≤ 0, w₁ + b &gt; 0, w₂ + b &gt; 0, w₁ + w₂ + b ≤ 0이어야 합니다. 가운데 둘을 더하면 w₁ + w₂ + 2b &gt; 0이므로 w₁ + w₂ + b &gt; −b ≥ 0이 되어 모순입니다. XOR는 선형 분리할 수 없습니다.</translation>
    </message>
    <message>
        <source>It never ends, as no line parts the filled points from the rings: they are not linearly separable.</source>
        <translation>끝나지 않습니다. 채워진 점과 고리를 나누는 직선이 없기 때문입니다. 선형 분리할 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>LecturePane</name>
    <message>
        <source>Show</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>마치기</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>다시 보기</translation>
    </message>
    <message>
        <source>Close the lesson</source>
        <translation>수업 닫기</translation>
    </message>
    <message>
        <source>The step before, with everything as it was then (Page Up)</source>
        <translation>이전 단계, 모든 것을 그때 그대로 (Page Up)</translation>
    </message>
    <message>
        <source>This step once more, from its beginning (.)</source>
        <translation>이 단계를 처음부터 다시 (.)</translation>
    </message>
    <message>
        <source>The next step (Page Down)</source>
        <translation>다음 단계 (Page Down)</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>수업</translation>
    </message>
</context>
<context>
    <name>Lessons</name>
    <message>
        <source>Lessons (*.toml)</source>
        <translation>수업 (*.toml)</translation>
    </message>
    <message>
        <source>Open a lesson</source>
        <translation>수업 열기</translation>
    </message>
</context>
<context>
    <name>Limits</name>
    <message>
        <source>“{text}” is not possible here: enter a number from {low} to {high}. The value is still {current}.</source>
        <translation>“{text}”은(는) 여기서 쓸 수 없습니다. {low}부터 {high}까지의 수를 입력하세요. 값은 여전히 {current}입니다.</translation>
    </message>
    <message>
        <source>“{text}” is not possible here: enter a whole number from {low} to {high}. The value is still {current}.</source>
        <translation>“{text}”은(는) 여기서 쓸 수 없습니다. {low}부터 {high}까지의 정수를 입력하세요. 값은 여전히 {current}입니다.</translation>
    </message>
</context>
<context>
    <name>LinePanel</name>
    <message>
        <source>The line in front</source>
        <translation>지금 푸는 줄</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>채점</translation>
    </message>
    <message>
        <source>Show the terms</source>
        <translation>항 보기</translation>
    </message>
    <message>
        <source>A field for each term of this line; the first wrong one is marked</source>
        <translation>이 줄의 항마다 입력란을 열고, 처음 틀린 항을 표시합니다</translation>
    </message>
    <message>
        <source>Show the solution of this line</source>
        <translation>이 줄의 풀이 보기</translation>
    </message>
</context>
<context>
    <name>LineRows</name>
    <message>
        <source>slope w</source>
        <translation>기울기 w</translation>
    </message>
    <message>
        <source>intercept b</source>
        <translation>절편 b</translation>
    </message>
    <message>
        <source>Piece {number}: {part}</source>
        <translation>조각 {number}: {part}</translation>
    </message>
</context>
<context>
    <name>LossCurve</name>
    <message>
        <source>Loss of the last mini-batch: {loss}</source>
        <translation>마지막 미니배치의 손실: {loss}</translation>
    </message>
    <message>
        <source>Loss during training</source>
        <translation>학습 중의 손실</translation>
    </message>
    <message>
        <source>iteration</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>training</source>
        <translation>훈련</translation>
    </message>
    <message>
        <source>test (dashed)</source>
        <translation>테스트 (점선)</translation>
    </message>
</context>
<context>
    <name>LossSection</name>
    <message>
        <source>What is predicted</source>
        <translation>예측 대상</translation>
    </message>
    <message>
        <source>One probability, a batch of samples</source>
        <translation>확률 하나, 샘플의 배치</translation>
    </message>
    <message>
        <source>Several classes, information and entropy</source>
        <translation>여러 클래스, 정보량과 엔트로피</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Transport</source>
        <translation>학습 제어</translation>
    </message>
</context>
<context>
    <name>MatrixBox</name>
    <message>
        <source>{matrix}, row {row}, column {column}</source>
        <translation>{matrix}, {row}행 {column}열</translation>
    </message>
</context>
<context>
    <name>MemoryButton</name>
    <message>
        <source>{memory} · 1 state</source>
        <translation>{memory} · 상태 1개</translation>
    </message>
    <message>
        <source>{memory} · {count} states</source>
        <translation>{memory} · 상태 {count}개</translation>
    </message>
    <message>
        <source>{used} of {budget}</source>
        <translation>{used} / {budget}</translation>
    </message>
    <message>
        <source>Memory of the timeline: {sentence}</source>
        <translation>시간선의 메모리: {sentence}</translation>
    </message>
    <message>
        <source>{sentence}. So many states of this run are kept to go back to, close together near the newest one and ever sparser before. Press to choose how much memory they may use.</source>
        <translation>{sentence}. 이 실행에서 되돌아갈 수 있도록 이만큼의 상태를 보관합니다. 최신 상태 가까이는 촘촘하게, 앞쪽은 점점 드물게 둡니다. 누르면 쓸 수 있는 메모리를 고릅니다.</translation>
    </message>
    <message>
        <source>{tip} It is full: older states are thinned out.</source>
        <translation>{tip} 가득 찼습니다. 오래된 상태를 솎아 냅니다.</translation>
    </message>
    <message>
        <source>{size} GB</source>
        <translation>{size} GB</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} MB</translation>
    </message>
</context>
<context>
    <name>MistakeWords</name>
    <message>
        <source>1 sample</source>
        <translation>샘플 1개</translation>
    </message>
    <message>
        <source>{count} samples</source>
        <translation>샘플 {count}개</translation>
    </message>
    <message>
        <source>true {truth}, predicted {predicted}: {samples}</source>
        <translation>참 {truth}, 예측 {predicted}: {samples}</translation>
    </message>
    <message>
        <source>{wrong} of {total} wrong</source>
        <translation>{total}개 중 {wrong}개 틀림</translation>
    </message>
    <message>
        <source>iteration {iteration}</source>
        <translation>반복 {iteration}</translation>
    </message>
    <message>
        <source>{wrong} wrong</source>
        <translation>{wrong}개 틀림</translation>
    </message>
    <message>
        <source>Test accuracy {percent}</source>
        <translation>테스트 정확도 {percent}</translation>
    </message>
    <message>
        <source>loss {loss}</source>
        <translation>손실 {loss}</translation>
    </message>
    <message>
        <source>Sample {index}: true {truth} (output {truly}), predicted {predicted} (output {probably}), loss {loss}</source>
        <translation>샘플 {index}: 참 {truth}(출력 {truly}), 예측 {predicted}(출력 {probably}), 손실 {loss}</translation>
    </message>
    <message>
        <source>right</source>
        <translation>맞음</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>틀림</translation>
    </message>
    <message>
        <source>true</source>
        <translation>참</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>예측</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>재현율</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>정밀도</translation>
    </message>
    <message>
        <source>highest loss</source>
        <translation>손실 큰 순</translation>
    </message>
    <message>
        <source>lowest loss</source>
        <translation>손실 작은 순</translation>
    </message>
    <message>
        <source>by number</source>
        <translation>번호순</translation>
    </message>
    <message>
        <source>{samples} listed</source>
        <translation>{samples} 표시</translation>
    </message>
    <message>
        <source>{listed} · click the cell again for all</source>
        <translation>{listed} · 칸을 다시 클릭하면 모두</translation>
    </message>
    <message>
        <source>{listed} · click a cell for its own</source>
        <translation>{listed} · 칸을 클릭하면 그 샘플만</translation>
    </message>
    <message>
        <source>No test sample is like this.</source>
        <translation>이런 테스트 샘플은 없습니다.</translation>
    </message>
    <message>
        <source>There is no data yet. Train once to load it.</source>
        <translation>아직 데이터가 없습니다. 한 번 학습하면 불러옵니다.</translation>
    </message>
    <message>
        <source>The test samples have not been examined yet.</source>
        <translation>테스트 샘플을 아직 검사하지 않았습니다.</translation>
    </message>
    <message>
        <source>A confusion matrix needs classes. This network answers with a number, so no answer is simply right or wrong: look at the loss curve and at the surface it has learnt.</source>
        <translation>혼동 행렬에는 클래스가 필요합니다. 이 신경망은 수로 답하므로 맞고 틀림이 없습니다. 손실 곡선과 학습한 곡면을 보세요.</translation>
    </message>
</context>
<context>
    <name>MistakesPane</name>
    <message>
        <source>What the network gets wrong</source>
        <translation>신경망이 틀리는 것</translation>
    </message>
    <message>
        <source>Test samples</source>
        <translation>테스트 샘플</translation>
    </message>
</context>
<context>
    <name>MlpSection</name>
    <message>
        <source>What the network answers everywhere</source>
        <translation>모든 곳에서의 신경망의 답</translation>
    </message>
    <message>
        <source>What {unit} answers everywhere</source>
        <translation>모든 곳에서의 {unit}의 답</translation>
    </message>
    <message>
        <source> always ½: log 2</source>
        <translation> 언제나 ½: log 2</translation>
    </message>
    <message>
        <source>Random weights. Press Play.</source>
        <translation>무작위 가중치. 재생을 누르세요.</translation>
    </message>
    <message>
        <source>Learning: {right} of 4 right.</source>
        <translation>학습 중: 4개 중 {right}개 맞음.</translation>
    </message>
    <message>
        <source>Learnt: 4 of 4 right. Two bent half-planes together do what one line cannot.</source>
        <translation>학습 완료: 4개 중 4개 맞음. 굽은 반평면 둘이 함께 직선 하나로 못하는 일을 합니다.</translation>
    </message>
    <message>
        <source>Stuck: the loss stays at {loss}, for the gradient is nearly 0 (norm {norm}). Another start may do.</source>
        <translation>막힘: 기울기가 거의 0이라(노름 {norm}) 손실이 {loss}에 머뭅니다. 다른 시작점이면 될 수도 있습니다.</translation>
    </message>
    <message>
        <source>The learning rate is too large: the loss is no number any more. Press Reset.</source>
        <translation>학습률이 너무 큽니다. 손실이 더는 수가 아닙니다. 처음으로를 누르세요.</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>시그모이드</translation>
    </message>
    <message>
        <source>Tanh</source>
        <translation>Tanh</translation>
    </message>
    <message>
        <source>A start that learns</source>
        <translation>학습되는 시작점</translation>
    </message>
    <message>
        <source>A start that gets stuck</source>
        <translation>막히는 시작점</translation>
    </message>
    <message>
        <source>Same network, another start</source>
        <translation>같은 신경망, 다른 시작점</translation>
    </message>
    <message>
        <source>Right, of 4</source>
        <translation>4개 중 정답</translation>
    </message>
    <message>
        <source>Activation of the hidden units</source>
        <translation>은닉 유닛의 활성화 함수</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>시작점</translation>
    </message>
    <message>
        <source>The solid line is where y = ½; on a dashed one the sum of a hidden unit is 0. Press an input of the network to change it, a unit to see its answers all over the plane. Training: gradient descent on all four points at once, binary cross-entropy.</source>
        <translation>실선은 y = ½인 곳, 파선은 은닉 유닛의 합이 0인 곳입니다. 신경망의 입력을 누르면 값이 바뀌고, 유닛을 누르면 그 출력을 평면 전체에서 볼 수 있습니다. 학습: 네 점을 한꺼번에 쓰는 경사 하강법, 이진 교차 엔트로피.</translation>
    </message>
    <message>
        <source>Rate η</source>
        <translation>학습률 η</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Learning rate η</source>
        <translation>학습률 η</translation>
    </message>
    <message>
        <source>Seed of the start</source>
        <translation>시작점의 시드</translation>
    </message>
    <message>
        <source>The network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Iteration</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>기울기 노름</translation>
    </message>
    <message>
        <source>Points right, of 4</source>
        <translation>맞힌 점, 4개 중</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>기울기</translation>
    </message>
    <message>
        <source>iteration</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>The network’s output over the plane, its boundary, both hidden lines</source>
        <translation>평면 위의 신경망 출력, 경계, 은닉 유닛의 두 직선</translation>
    </message>
    <message>
        <source>The network; arrow keys choose a node, Space switches an input or shows a unit</source>
        <translation>신경망. 화살표 키로 노드를 고르고, 스페이스로 입력을 바꾸거나 유닛을 표시합니다</translation>
    </message>
    <message>
        <source>Loss over the iterations</source>
        <translation>반복에 따른 손실</translation>
    </message>
</context>
<context>
    <name>ModesSection</name>
    <message>
        <source>Graph in forward mode</source>
        <translation>순방향 모드의 그래프</translation>
    </message>
    <message>
        <source>Graph in reverse mode</source>
        <translation>역방향 모드의 그래프</translation>
    </message>
    <message>
        <source>by</source>
        <translation>미분할 입력</translation>
    </message>
    <message>
        <source>Input of the pass in forward mode</source>
        <translation>순방향 모드에서 이번 전파의 입력</translation>
    </message>
    <message>
        <source>To the beginning of the pass that finds the derivatives by this input</source>
        <translation>이 입력으로 미분하는 전파의 시작으로</translation>
    </message>
    <message>
        <source>value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>crowded: point at a node</source>
        <translation>복잡한 곳: 노드를 가리키세요</translation>
    </message>
    <message>
        <source>tangent, goes forward</source>
        <translation>탄젠트, 앞으로 감</translation>
    </message>
    <message>
        <source>gradient, comes back</source>
        <translation>기울기, 되돌아옴</translation>
    </message>
    <message>
        <source>Derivatives found</source>
        <translation>구한 도함수</translation>
    </message>
    <message>
        <source>Forward mode, pass {number} of {count}</source>
        <translation>순방향 모드, 전파 {number}/{count}</translation>
    </message>
    <message>
        <source>Reverse mode, pass {number} of {count}</source>
        <translation>역방향 모드, 전파 {number}/{count}</translation>
    </message>
</context>
<context>
    <name>NetworkFiles</name>
    <message>
        <source>Networks (*.safetensors *.npz)</source>
        <translation>신경망 (*.safetensors *.npz)</translation>
    </message>
    <message>
        <source>Open a network</source>
        <translation>신경망 열기</translation>
    </message>
    <message>
        <source>Save the network</source>
        <translation>신경망 저장</translation>
    </message>
    <message>
        <source>Network (*.safetensors)</source>
        <translation>신경망 (*.safetensors)</translation>
    </message>
    <message>
        <source>Export the run</source>
        <translation>실행 내보내기</translation>
    </message>
    <message>
        <source>NumPy script that makes the run again, bit for bit (*.py)</source>
        <translation>비트까지 같은 NumPy 스크립트 (*.py)</translation>
    </message>
    <message>
        <source>PyTorch script that makes the run again, to rounding (*.py)</source>
        <translation>반올림 오차 안에서 같은 PyTorch 스크립트 (*.py)</translation>
    </message>
    <message>
        <source>Weights for PyTorch, a state dict (*.safetensors)</source>
        <translation>PyTorch용 가중치, state dict (*.safetensors)</translation>
    </message>
</context>
<context>
    <name>NetworkPane</name>
    <message>
        <source>Network</source>
        <translation>신경망</translation>
    </message>
</context>
<context>
    <name>NetworkWords</name>
    <message>
        <source>in</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>out</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>h{number}</source>
        <translation>h{number}</translation>
    </message>
    <message>
        <source>{activation} + skip</source>
        <translation>{activation} + 스킵</translation>
    </message>
    <message>
        <source>{count} parameters</source>
        <translation>파라미터 {count}개</translation>
    </message>
    <message>
        <source>{drawn} of {total} edges drawn</source>
        <translation>간선 {total}개 중 {drawn}개 그림</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count}개 더</translation>
    </message>
    <message>
        <source>{layer}, pixel in row {row}, column {column}</source>
        <translation>{layer}, {row}행 {column}열의 픽셀</translation>
    </message>
    <message>
        <source>{layer}, class {name}</source>
        <translation>{layer}, 클래스 {name}</translation>
    </message>
    <message>
        <source>{layer}, unit {number}</source>
        <translation>{layer}, 유닛 {number}</translation>
    </message>
    <message>
        <source>weight {layer}, {i} → {j}</source>
        <translation>가중치 {layer}, {i} → {j}</translation>
    </message>
    <message>
        <source>value {name}</source>
        <translation>값 {name}</translation>
    </message>
    <message>
        <source>weighted sum {z}</source>
        <translation>가중합 {z}</translation>
    </message>
    <message>
        <source>arrived {upstream}</source>
        <translation>도착한 {upstream}</translation>
    </message>
    <message>
        <source>activation {a} = {function} + skip</source>
        <translation>활성값 {a} = {function} + 스킵</translation>
    </message>
    <message>
        <source>activation {a} = {function}</source>
        <translation>활성값 {a} = {function}</translation>
    </message>
    <message>
        <source>weight {w}</source>
        <translation>가중치 {w}</translation>
    </message>
    <message>
        <source>term {product}</source>
        <translation>항 {product}</translation>
    </message>
    <message>
        <source>sum {z}</source>
        <translation>합 {z}</translation>
    </message>
    <message>
        <source>{upstream} and δ</source>
        <translation>{upstream}, δ</translation>
    </message>
    <message>
        <source>sum so far</source>
        <translation>지금까지의 합</translation>
    </message>
    <message>
        <source>not reached yet</source>
        <translation>아직 닿지 않음</translation>
    </message>
    <message>
        <source>normalised n</source>
        <translation>정규화된 n</translation>
    </message>
    <message>
        <source>bias b</source>
        <translation>편향 b</translation>
    </message>
    <message>
        <source>weights {low} … {high}</source>
        <translation>가중치 {low} … {high}</translation>
    </message>
    <message>
        <source>over all inputs, {low} … {high}</source>
        <translation>모든 입력에 대해 {low} … {high}</translation>
    </message>
    <message>
        <source>P({name})</source>
        <translation>P({name})</translation>
    </message>
    <message>
        <source>no input yet</source>
        <translation>아직 입력 없음</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>weight, per layer</source>
        <translation>가중치, 층마다</translation>
    </message>
    <message>
        <source>{least} to {greatest}</source>
        <translation>{least} ~ {greatest}</translation>
    </message>
    <message>
        <source>≥ {limits}</source>
        <translation>≥ {limits}</translation>
    </message>
    <message>
        <source>± {limits}</source>
        <translation>± {limits}</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>편향</translation>
    </message>
    <message>
        <source>gradient ∂L/∂W</source>
        <translation>기울기 ∂L/∂W</translation>
    </message>
    <message>
        <source>change ΔW</source>
        <translation>변화 ΔW</translation>
    </message>
    <message>
        <source>{drawn} of {total} terms drawn</source>
        <translation>항 {total}개 중 {drawn}개 그림</translation>
    </message>
    <message>
        <source>{drawn} of {total} changes set off</source>
        <translation>변화 {total}개 중 {drawn}개 강조</translation>
    </message>
    <message>
        <source>▲ target t</source>
        <translation>▲ 목푯값 t</translation>
    </message>
    <message>
        <source>{value}, mean of {samples}</source>
        <translation>{value}, {samples}의 평균</translation>
    </message>
    <message>
        <source>pixel</source>
        <translation>픽셀</translation>
    </message>
    <message>
        <source>input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>batch norm</source>
        <translation>배치 정규화</translation>
    </message>
    <message>
        <source>residual</source>
        <translation>잔차</translation>
    </message>
    <message>
        <source>BN</source>
        <translation>BN</translation>
    </message>
    <message>
        <source>res</source>
        <translation>res</translation>
    </message>
</context>
<context>
    <name>NodeCard</name>
    <message>
        <source>Point at a node to read its numbers, or walk to it with the arrow keys.</source>
        <translation>노드를 가리키거나 화살표 키로 옮겨 가면 그 수를 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>value</source>
        <translation>값</translation>
    </message>
</context>
<context>
    <name>NormChart</name>
    <message>
        <source>Gradient norm of each layer</source>
        <translation>층별 기울기 노름</translation>
    </message>
</context>
<context>
    <name>NotationMenu</name>
    <message>
        <source>Notation</source>
        <translation>표기법</translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>No lesson is open</source>
        <translation>열린 수업 없음</translation>
    </message>
    <message>
        <source>{lesson}, step {number} of {count}</source>
        <translation>{lesson}, 단계 {number}/{count}</translation>
    </message>
    <message>
        <source>This is the last step.</source>
        <translation>마지막 단계입니다.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>They are asked. Right is:</source>
        <translation>청중에게 묻고 있습니다. 정답:</translation>
    </message>
    <message>
        <source>Right was:</source>
        <translation>정답:</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>실시간</translation>
    </message>
    <message>
        <source>Frozen: the audience sees a still picture</source>
        <translation>정지: 청중은 멈춘 화면을 봅니다</translation>
    </message>
    <message>
        <source>The screen is black</source>
        <translation>화면이 검습니다</translation>
    </message>
    <message>
        <source>The screen is white</source>
        <translation>화면이 흽니다</translation>
    </message>
    <message>
        <source>**Page Down**, **Page Up**: a beat of the passes; where none are open, one iteration of training

**.** plays the passes, or holds them

**B**, **W**: black and white screen

**F5** or **Esc** ends presenting</source>
        <translation>**Page Down**, **Page Up**: 전파 한 걸음. 열린 전파가 없으면 학습 반복 한 번

**.**: 전파 재생 또는 일시정지

**B**, **W**: 검은 화면과 흰 화면

**F5** 또는 **Esc**: 발표 끝내기</translation>
    </message>
    <message>
        <source>Presenter&apos;s window</source>
        <translation>발표자 창</translation>
    </message>
    <message>
        <source>What lies beneath</source>
        <translation>가려진 화면</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>현재 시각</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>메모</translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>corner at x</source>
        <translation>꺾이는 x</translation>
    </message>
    <message>
        <source>jump of f there</source>
        <translation>그곳에서 f의 도약</translation>
    </message>
    <message>
        <source>jump of f′ there</source>
        <translation>그곳에서 f′의 도약</translation>
    </message>
    <message>
        <source>∂f/∂α at the probe</source>
        <translation>탐침에서 ∂f/∂α</translation>
    </message>
    <message>
        <source>max(αx, x) at the probe</source>
        <translation>탐침에서 max(αx, x)</translation>
    </message>
    <message>
        <source>largest difference from ReLU</source>
        <translation>ReLU와의 가장 큰 차이</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>알아 두기</translation>
    </message>
</context>
<context>
    <name>OutputBar</name>
    <message>
        <source>largest</source>
        <translation>가장 큼</translation>
    </message>
</context>
<context>
    <name>OutputBoard</name>
    <message>
        <source>Squared error</source>
        <translation>제곱 오차</translation>
    </message>
    <message>
        <source>Cross-entropy</source>
        <translation>교차 엔트로피</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Target t</source>
        <translation>목푯값 t</translation>
    </message>
    <message>
        <source>Prediction p</source>
        <translation>예측 p</translation>
    </message>
    <message>
        <source>Predicted probability p</source>
        <translation>예측 확률 p</translation>
    </message>
    <message>
        <source>predicted probability p</source>
        <translation>예측 확률 p</translation>
    </message>
    <message>
        <source>loss of the sample</source>
        <translation>샘플의 손실</translation>
    </message>
    <message>
        <source>Loss over the predicted probability</source>
        <translation>예측 확률에 따른 손실</translation>
    </message>
    <message>
        <source>loss L</source>
        <translation>손실 L</translation>
    </message>
    <message>
        <source>slope dL/dp</source>
        <translation>미분 dL/dp</translation>
    </message>
    <message>
        <source>The batch: training lowers the mean</source>
        <translation>배치: 학습은 평균을 줄입니다</translation>
    </message>
    <message>
        <source>Sample {number}</source>
        <translation>샘플 {number}</translation>
    </message>
    <message>
        <source>Drag the prediction of {sample}</source>
        <translation>{sample}의 예측 끌기</translation>
    </message>
    <message>
        <source>sq. error</source>
        <translation>제곱 오차</translation>
    </message>
    <message>
        <source>CE</source>
        <translation>CE</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>squared error (p − t)²</source>
        <translation>제곱 오차 (p − t)²</translation>
    </message>
    <message>
        <source>if t were {t}</source>
        <translation>t가 {t}이라면</translation>
    </message>
    <message>
        <source>cross-entropy −ln p</source>
        <translation>교차 엔트로피 −ln p</translation>
    </message>
    <message>
        <source>cross-entropy −ln (1 − p)</source>
        <translation>교차 엔트로피 −ln (1 − p)</translation>
    </message>
    <message>
        <source>mean of the batch {mean}</source>
        <translation>배치의 평균 {mean}</translation>
    </message>
</context>
<context>
    <name>OwnKnobs</name>
    <message>
        <source>η of its own</source>
        <translation>자체 η</translation>
    </message>
    <message>
        <source>Paper’s values</source>
        <translation>논문의 값</translation>
    </message>
    <message>
        <source>Usual values</source>
        <translation>보통 값</translation>
    </message>
</context>
<context>
    <name>OwnSection</name>
    <message>
        <source>The plane of the path</source>
        <translation>경로의 평면</translation>
    </message>
    <message>
        <source>A point of it</source>
        <translation>그 위의 한 점</translation>
    </message>
    <message>
        <source>loss of the marked point</source>
        <translation>표시한 점의 손실</translation>
    </message>
    <message>
        <source>Load these weights</source>
        <translation>이 가중치 불러오기</translation>
    </message>
    <message>
        <source>The network gets the weights of this point; Undo takes it back</source>
        <translation>신경망이 이 점의 가중치를 받습니다. 실행 취소로 되돌립니다</translation>
    </message>
    <message>
        <source>Open Digits</source>
        <translation>숫자 열기</translation>
    </message>
    <message>
        <source>Open Playground</source>
        <translation>놀이터 열기</translation>
    </message>
    <message>
        <source>Training loss around the run’s path</source>
        <translation>실행 경로 주위의 훈련 손실</translation>
    </message>
    <message>
        <source>click to read a loss</source>
        <translation>클릭하여 손실 읽기</translation>
    </message>
    <message>
        <source>In three dimensions</source>
        <translation>3차원으로</translation>
    </message>
    <message>
        <source>height: log₁₀ of the loss; drag to turn</source>
        <translation>높이: 손실의 log₁₀, 끌어서 돌리기</translation>
    </message>
    <message>
        <source>Map of the loss around the path of the run</source>
        <translation>실행 경로 주위의 손실 지도</translation>
    </message>
    <message>
        <source>The loss in three dimensions; arrow keys turn it</source>
        <translation>3차원 손실. 화살표 키로 돌립니다</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시정지</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Train the run of the page before, or hold it</source>
        <translation>앞 페이지의 실행을 학습시키거나 멈춥니다</translation>
    </message>
</context>
<context>
    <name>OwnWords</name>
    <message>
        <source>Digits</source>
        <translation>숫자</translation>
    </message>
    <message>
        <source>Playground</source>
        <translation>놀이터</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>깊이</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>{page} · {data} · iteration {iteration}</source>
        <translation>{page} · {data} · 반복 {iteration}</translation>
    </message>
    <message>
        <source>Compared runs have no surface of their own here. Open Playground or Digits, train there and come back.</source>
        <translation>비교하는 실행은 여기에 자기 곡면이 없습니다. 놀이터나 숫자 페이지를 열어 학습시킨 뒤 돌아오세요.</translation>
    </message>
    <message>
        <source>The run has only just begun: its surface appears when a few of its states are kept.</source>
        <translation>실행이 막 시작되었습니다. 상태가 몇 개 보관되면 곡면이 나타납니다.</translation>
    </message>
    <message>
        <source>This run has not moved yet, so there is no path to draw a surface around. Train it here, or open Playground or Digits first.</source>
        <translation>이 실행은 아직 움직이지 않아 곡면을 그릴 경로가 없습니다. 여기서 학습시키거나 먼저 놀이터나 숫자 페이지를 여세요.</translation>
    </message>
    <message>
        <source>1st principal component, {share}</source>
        <translation>제1 주성분, {share}</translation>
    </message>
    <message>
        <source>2nd, {share}</source>
        <translation>제2, {share}</translation>
    </message>
    <message>
        <source>1st</source>
        <translation>제1</translation>
    </message>
    <message>
        <source>2nd</source>
        <translation>제2</translation>
    </message>
    <message>
        <source>The plane shows {total} of the path’s movement: {first} along its first principal component, {second} along the second.</source>
        <translation>평면은 경로의 움직임 중 {total}를 보여 줍니다. 제1 주성분 방향 {first}, 제2 주성분 방향 {second}.</translation>
    </message>
    <message>
        <source>The weights on screen are {distance} away from the plane; their loss is {loss}. Every loss is the mean over {samples} training samples.</source>
        <translation>화면의 가중치는 평면에서 {distance} 떨어져 있고 그 손실은 {loss}입니다. 모든 손실은 훈련 샘플 {samples}개의 평균입니다.</translation>
    </message>
    <message>
        <source>iteration {number}</source>
        <translation>반복 {number}</translation>
    </message>
    <message>
        <source>the run is outside</source>
        <translation>실행은 그림 밖에 있습니다</translation>
    </message>
    <message>
        <source>Click on the map to read the loss of a point.</source>
        <translation>지도를 클릭하면 그 점의 손실을 읽습니다.</translation>
    </message>
    <message>
        <source>Loss at ({x}, {y}), between the computed points:</source>
        <translation>({x}, {y})의 손실, 계산한 점들 사이:</translation>
    </message>
</context>
<context>
    <name>PaintBar</name>
    <message>
        <source>Painting tools</source>
        <translation>점 찍는 도구</translation>
    </message>
    <message>
        <source>Paint class {name}</source>
        <translation>클래스 {name} 찍기</translation>
    </message>
    <message>
        <source>Paint points of class {name}</source>
        <translation>클래스 {name}의 점을 찍습니다</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>지우개</translation>
    </message>
    <message>
        <source>Take points away; the right mouse button always erases</source>
        <translation>점을 지웁니다. 마우스 오른쪽 단추는 언제나 지웁니다</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>퍼짐</translation>
    </message>
    <message>
        <source>Spread of the brush</source>
        <translation>붓의 퍼짐</translation>
    </message>
    <message>
        <source>How wide the brush is; at the left end every touch is one point</source>
        <translation>붓의 너비. 왼쪽 끝에서는 한 번에 점 하나를 찍습니다</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>밀도</translation>
    </message>
    <message>
        <source>Points of one touch</source>
        <translation>한 번에 찍는 점</translation>
    </message>
    <message>
        <source>How many points one touch of the brush leaves</source>
        <translation>붓이 한 번 닿을 때 찍히는 점의 수</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>모두 지우기</translation>
    </message>
    <message>
        <source>An empty plane to paint on</source>
        <translation>점을 찍을 빈 평면으로 만듭니다</translation>
    </message>
</context>
<context>
    <name>PairPanel</name>
    <message>
        <source>LogSumExp of x and 0 is a smooth ReLU</source>
        <translation>x와 0의 LogSumExp는 매끄러운 ReLU입니다</translation>
    </message>
    <message>
        <source>LSE(x, 0) against ReLU</source>
        <translation>LSE(x, 0)와 ReLU</translation>
    </message>
</context>
<context>
    <name>ParameterPanel</name>
    <message>
        <source>Parameters</source>
        <translation>파라미터</translation>
    </message>
    <message>
        <source>α (alpha)</source>
        <translation>α (알파)</translation>
    </message>
    <message>
        <source>θ (theta)</source>
        <translation>θ (세타)</translation>
    </message>
    <message>
        <source>One more piece</source>
        <translation>조각 추가</translation>
    </message>
    <message>
        <source>One piece fewer</source>
        <translation>조각 제거</translation>
    </message>
    <message>
        <source>Make ReLU</source>
        <translation>ReLU로 만들기</translation>
    </message>
    <message>
        <source>Two pieces, one of them 0 everywhere</source>
        <translation>조각 두 개, 하나는 어디서나 0</translation>
    </message>
</context>
<context>
    <name>PassesBar</name>
    <message>
        <source>Passes, step by step</source>
        <translation>한 걸음씩 보는 전파</translation>
    </message>
</context>
<context>
    <name>PassesOptions</name>
    <message>
        <source>of {count}</source>
        <translation>/ {count}</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>샘플</translation>
    </message>
    <message>
        <source>Speed of the passes</source>
        <translation>전파의 속도</translation>
    </message>
    <message>
        <source>How fast the passes play</source>
        <translation>전파를 재생하는 속도</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>걸음 단위</translation>
    </message>
    <message>
        <source>Step by whole layers, or by single terms of their sums</source>
        <translation>층 단위로, 또는 합의 항 하나씩 걷기</translation>
    </message>
    <message>
        <source>Sample of the mini-batch</source>
        <translation>미니배치의 샘플</translation>
    </message>
    <message>
        <source>The sample whose values are shown</source>
        <translation>값을 보여 줄 샘플</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>목푯값</translation>
    </message>
    <message>
        <source>Nobody knows the true class of this input: the loss is computed for the class chosen here</source>
        <translation>이 입력의 참 클래스는 아무도 모릅니다. 여기서 고른 클래스로 손실을 계산합니다</translation>
    </message>
</context>
<context>
    <name>PassesWords</name>
    <message>
        <source>forward</source>
        <translation>순전파</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>backward</source>
        <translation>역전파</translation>
    </message>
    <message>
        <source>update</source>
        <translation>갱신</translation>
    </message>
    <message>
        <source>{factor}×</source>
        <translation>{factor}×</translation>
    </message>
    <message>
        <source>by layer</source>
        <translation>층별</translation>
    </message>
    <message>
        <source>by term</source>
        <translation>항별</translation>
    </message>
    <message>
        <source>target: {name} (assumed)</source>
        <translation>목푯값: {name} (가정)</translation>
    </message>
    <message>
        <source>target: {name}</source>
        <translation>목푯값: {name}</translation>
    </message>
    <message>
        <source>layer {layer} of {layers}</source>
        <translation>층 {layer}/{layers}</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>기울기</translation>
    </message>
    <message>
        <source>all terms, now the bias</source>
        <translation>모든 항, 이제 편향</translation>
    </message>
    <message>
        <source>{added} of 1 term</source>
        <translation>항 1개 중 {added}개</translation>
    </message>
    <message>
        <source>{added} of {count} terms</source>
        <translation>항 {count}개 중 {added}개</translation>
    </message>
    <message>
        <source>target {name}</source>
        <translation>목푯값 {name}</translation>
    </message>
    <message>
        <source>mean of {count} samples</source>
        <translation>샘플 {count}개의 평균</translation>
    </message>
    <message>
        <source>{optimizer}, η = {rate}</source>
        <translation>{optimizer}, η = {rate}</translation>
    </message>
</context>
<context>
    <name>PerceptronPage</name>
    <message>
        <source>One unit</source>
        <translation>유닛 하나</translation>
    </message>
    <message>
        <source>Perceptron rule</source>
        <translation>퍼셉트론 규칙</translation>
    </message>
    <message>
        <source>Delta rule</source>
        <translation>델타 규칙</translation>
    </message>
    <message>
        <source>XOR from gates</source>
        <translation>게이트로 만든 XOR</translation>
    </message>
    <message>
        <source>XOR learnt</source>
        <translation>학습한 XOR</translation>
    </message>
    <message>
        <source>History</source>
        <translation>역사</translation>
    </message>
</context>
<context>
    <name>PictureSwitch</name>
    <message>
        <source>Map large</source>
        <translation>지도 크게</translation>
    </message>
    <message>
        <source>3-D large</source>
        <translation>3차원 크게</translation>
    </message>
    <message>
        <source>Data large</source>
        <translation>데이터 크게</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Wait {seconds} s</source>
        <translation>{seconds}초 기다리세요</translation>
    </message>
    <message>
        <source>Wrong PIN</source>
        <translation>PIN이 틀렸습니다</translation>
    </message>
    <message>
        <source>PIN of the host</source>
        <translation>진행자의 PIN</translation>
    </message>
    <message>
        <source>Take the last digit back</source>
        <translation>마지막 숫자 지우기</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>이전</translation>
    </message>
</context>
<context>
    <name>PlanPane</name>
    <message>
        <source>What varies</source>
        <translation>바꿀 설정</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>실험 설정</translation>
    </message>
    <message>
        <source>seeds</source>
        <translation>시드 수</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>에폭 수</translation>
    </message>
    <message>
        <source>Seeds of every setting</source>
        <translation>설정마다 쓸 시드 수</translation>
    </message>
    <message>
        <source>Every setting is trained so many times, each time from another start</source>
        <translation>설정마다 이 횟수만큼, 매번 다른 시작점에서 학습합니다</translation>
    </message>
    <message>
        <source>Epochs of every run</source>
        <translation>실행마다 학습할 에폭 수</translation>
    </message>
    <message>
        <source>Passes through the training set that every run makes</source>
        <translation>실행마다 훈련 세트를 거치는 횟수</translation>
    </message>
    <message>
        <source>Take the one in front</source>
        <translation>앞에 있는 실험 가져오기</translation>
    </message>
    <message>
        <source>Vary the experiment of the page that is in front in the main window</source>
        <translation>주 창의 앞에 있는 페이지의 실험을 바꾸어 봅니다</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>폴더 열기…</translation>
    </message>
    <message>
        <source>Show a sweep that was begun elsewhere, as by nnviz sweep, and go on with it</source>
        <translation>nnviz sweep 등 다른 곳에서 시작한 스윕을 보이고 이어서 합니다</translation>
    </message>
    <message>
        <source>Train all runs that are not done yet, on all cores; what is done is kept</source>
        <translation>아직 끝나지 않은 실행을 모든 코어로 학습합니다. 끝난 것은 보존됩니다</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>End the runs that train now; what is done is kept</source>
        <translation>지금 학습 중인 실행을 끝냅니다. 끝난 것은 보존됩니다</translation>
    </message>
    <message>
        <source>Runs done</source>
        <translation>끝난 실행</translation>
    </message>
    <message>
        <source>iterations</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>{done} of {count} runs</source>
        <translation>실행 {count}개 중 {done}개 끝남</translation>
    </message>
    <message>
        <source>{count} runs</source>
        <translation>실행 {count}개</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>From {folder}</source>
        <translation>{folder}에서 연 스윕</translation>
    </message>
    <message>
        <source>All runs are done.</source>
        <translation>모든 실행이 끝났습니다.</translation>
    </message>
    <message>
        <source>on {cores} cores</source>
        <translation>코어 {cores}개 사용</translation>
    </message>
    <message>
        <source>about {time} on {cores} cores</source>
        <translation>코어 {cores}개로 약 {time}</translation>
    </message>
    <message>
        <source>Open the folder of a sweep</source>
        <translation>스윕 폴더 열기</translation>
    </message>
</context>
<context>
    <name>PlayBar</name>
    <message>
        <source>Step</source>
        <translation>한 걸음</translation>
    </message>
    <message>
        <source>One step, and hold there</source>
        <translation>한 걸음 가고 멈춥니다</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>다시 시작</translation>
    </message>
    <message>
        <source>Everybody back to the start</source>
        <translation>모두 출발점으로 돌아갑니다</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>빠르기</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시정지</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>재생</translation>
    </message>
    <message>
        <source>Let the race go on, or hold it</source>
        <translation>경주를 계속하거나 멈춥니다</translation>
    </message>
    <message>
        <source>{number} a second</source>
        <translation>초당 {number}걸음</translation>
    </message>
</context>
<context>
    <name>PlayRow</name>
    <message>
        <source>Pause</source>
        <translation>일시정지</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>재생</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>한 걸음</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>처음으로</translation>
    </message>
    <message>
        <source>Steps a second</source>
        <translation>초당 걸음 수</translation>
    </message>
</context>
<context>
    <name>Player</name>
    <message>
        <source>{done} of {count}</source>
        <translation>{done} / {count}</translation>
    </message>
    <message>
        <source>To the beginning</source>
        <translation>처음으로</translation>
    </message>
    <message>
        <source>One step back ({keys})</source>
        <translation>한 걸음 뒤로 ({keys})</translation>
    </message>
    <message>
        <source>One step forward ({keys})</source>
        <translation>한 걸음 앞으로 ({keys})</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>끝으로</translation>
    </message>
    <message>
        <source>Position in the passes</source>
        <translation>전파 속 위치</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>속도</translation>
    </message>
    <message>
        <source>How fast the passes play</source>
        <translation>전파를 재생하는 속도</translation>
    </message>
    <message>
        <source>Pause ({keys})</source>
        <translation>일시정지 ({keys})</translation>
    </message>
    <message>
        <source>Play ({keys})</source>
        <translation>재생 ({keys})</translation>
    </message>
    <message>
        <source>Previous step</source>
        <translation>이전 걸음</translation>
    </message>
    <message>
        <source>To the beginning of this step, or one step back (←)</source>
        <translation>이 걸음의 처음으로, 또는 한 걸음 뒤로 (←)</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>다음 걸음</translation>
    </message>
    <message>
        <source>One step forward (→)</source>
        <translation>한 걸음 앞으로 (→)</translation>
    </message>
    <message>
        <source>Next mini-batch</source>
        <translation>다음 미니배치</translation>
    </message>
    <message>
        <source>Make another iteration on the next mini-batch</source>
        <translation>다음 미니배치로 반복을 한 번 더 합니다</translation>
    </message>
    <message>
        <source>Position in the iteration</source>
        <translation>반복 속 위치</translation>
    </message>
    <message>
        <source>Press or drag to go to any moment; ← and → go step by step</source>
        <translation>누르거나 끌어 아무 순간으로나 갑니다. ←와 →는 한 걸음씩 갑니다</translation>
    </message>
    <message>
        <source>Close the passes</source>
        <translation>전파 닫기</translation>
    </message>
    <message>
        <source>Back to the network as it is ({keys})</source>
        <translation>있는 그대로의 신경망으로 돌아가기 ({keys})</translation>
    </message>
    <message>
        <source>{action} ({keys})</source>
        <translation>{action} ({keys})</translation>
    </message>
    <message>
        <source>Pause the passes</source>
        <translation>전파 일시정지</translation>
    </message>
    <message>
        <source>Play the passes</source>
        <translation>전파 재생</translation>
    </message>
</context>
<context>
    <name>PlayingBar</name>
    <message>
        <source>Hold</source>
        <translation>일시정지</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>재생</translation>
    </message>
    <message>
        <source>Recording that is played</source>
        <translation>재생 중인 녹화</translation>
    </message>
    <message>
        <source>Place in the recording</source>
        <translation>녹화 속 위치</translation>
    </message>
    <message>
        <source>Cues of the recording</source>
        <translation>녹화의 책갈피</translation>
    </message>
    <message>
        <source>Speed of the recording</source>
        <translation>녹화의 속도</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>End here, and go on by yourself</source>
        <translation>여기서 끝내고 직접 이어서 합니다</translation>
    </message>
    <message>
        <source>{factor} ×</source>
        <translation>{factor} ×</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Preferences</source>
        <translation>환경설정</translation>
    </message>
    <message>
        <source>As at the beginning</source>
        <translation>처음 상태로</translation>
    </message>
    <message>
        <source>Set everything here as it was at the first start</source>
        <translation>여기 있는 모든 것을 처음 시작할 때의 값으로 되돌립니다</translation>
    </message>
    <message>
        <source>Language and formulas</source>
        <translation>언어와 수식</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>색</translation>
    </message>
    <message>
        <source>Size of the writing</source>
        <translation>글자 크기</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>모양</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>시간선</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>움직임</translation>
    </message>
    <message>
        <source>Memory for the timeline</source>
        <translation>시간선 메모리</translation>
    </message>
    <message>
        <source>“As the desktop” is light or dark as your desktop is.</source>
        <translation>“데스크톱 설정대로”를 고르면 데스크톱을 따라 밝거나 어두워집니다.</translation>
    </message>
    <message>
        <source>Of everything in the window. Ctrl and + or − change it from anywhere.</source>
        <translation>창 안의 모든 글자입니다. 어디서나 Ctrl과 + 또는 −로 바꿀 수 있습니다.</translation>
    </message>
    <message>
        <source>Of menus, panes and lessons.</source>
        <translation>메뉴, 창, 수업의 언어입니다.</translation>
    </message>
    <message>
        <source>In every formula, as the book of your course has it.</source>
        <translation>모든 수식에 적용됩니다. 강의 교재의 표기를 고르세요.</translation>
    </message>
    <message>
        <source>With i first a matrix has a row for each unit before it, else a column.</source>
        <translation>i를 앞에 쓰면 앞 층의 유닛마다 행이, 아니면 열이 하나씩 있습니다.</translation>
    </message>
    <message>
        <source>Below a symbol, or raised in brackets.</source>
        <translation>기호 아래에 쓰거나, 괄호로 묶어 위에 씁니다.</translation>
    </message>
    <message>
        <source>The more, the closer together are the states one can go back to at once.</source>
        <translation>클수록 바로 되돌아갈 수 있는 상태가 촘촘해집니다.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>끔</translation>
    </message>
    <message>
        <source>On</source>
        <translation>켬</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} MB</translation>
    </message>
</context>
<context>
    <name>ProductCard</name>
    <message>
        <source>no product</source>
        <translation>곱 없음</translation>
    </message>
    <message>
        <source>These shapes do not fit: a row of the first has {row} numbers, a column of the second {column}. They are multiplied in pairs, so both must have equally many.</source>
        <translation>모양이 맞지 않습니다. 첫 행렬의 행에는 수가 {row}개, 둘째 행렬의 열에는 {column}개 있습니다. 짝지어 곱하므로 개수가 같아야 합니다.</translation>
    </message>
    <message>
        <source>Each result is a row times a column: point at one.</source>
        <translation>결과의 수 하나하나는 행 곱하기 열입니다: 하나를 가리켜 보세요.</translation>
    </message>
    <message>
        <source>A layer is a matrix product</source>
        <translation>층 하나는 행렬곱입니다</translation>
    </message>
    <message>
        <source>first</source>
        <translation>첫째</translation>
    </message>
    <message>
        <source>second</source>
        <translation>둘째</translation>
    </message>
    <message>
        <source>{matrix}: rows</source>
        <translation>{matrix}: 행</translation>
    </message>
    <message>
        <source>{matrix}: columns</source>
        <translation>{matrix}: 열</translation>
    </message>
    <message>
        <source>product</source>
        <translation>곱</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Folder</source>
        <translation>폴더</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>찾는 위치(&amp;I):</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>파일 형식(&amp;T):</translation>
    </message>
</context>
<context>
    <name>QuestionBox</name>
    <message>
        <source>What do you expect?</source>
        <translation>어떻게 될까요?</translation>
    </message>
    <message>
        <source>That is right.</source>
        <translation>맞았습니다.</translation>
    </message>
    <message>
        <source>Not quite.</source>
        <translation>아쉽지만 아닙니다.</translation>
    </message>
</context>
<context>
    <name>ReadingPanel</name>
    <message>
        <source>Probe</source>
        <translation>탐침</translation>
    </message>
    <message>
        <source>x of the probe</source>
        <translation>탐침의 x</translation>
    </message>
</context>
<context>
    <name>Recent</name>
    <message>
        <source>Open recent</source>
        <translation>최근 파일 열기</translation>
    </message>
    <message>
        <source>{file} in {folder}</source>
        <translation>{file} ({folder})</translation>
    </message>
    <message>
        <source>{file} in {folder}: not there any more</source>
        <translation>{file} ({folder}): 더는 없음</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>목록 비우기</translation>
    </message>
</context>
<context>
    <name>RecordingBar</name>
    <message>
        <source>Recording · {time} · cues: {count}</source>
        <translation>녹화 중 · {time} · 책갈피: {count}</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>녹화</translation>
    </message>
    <message>
        <source>Set a cue</source>
        <translation>책갈피 추가</translation>
    </message>
    <message>
        <source>Mark this place, to go to it when the recording is played (Ctrl+K)</source>
        <translation>녹화를 재생할 때 갈 수 있도록 이 자리를 표시합니다 (Ctrl+K)</translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation>녹화 끝내기</translation>
    </message>
    <message>
        <source>End the recording and save it (Ctrl+Shift+R)</source>
        <translation>녹화를 끝내고 저장합니다 (Ctrl+Shift+R)</translation>
    </message>
</context>
<context>
    <name>Recordings</name>
    <message>
        <source>Stop recording</source>
        <translation>녹화 끝내기</translation>
    </message>
    <message>
        <source>A recording holds everything you do, and plays it again exactly.

It begins with a fresh start: every network goes back to its start weights, with the settings it has now, the labs are as at their first opening, and an open lesson is closed. Sweeps are no part of a recording.</source>
        <translation>녹화는 하는 일을 모두 담아 그대로 다시 재생합니다.

녹화를 시작하면 모든 것이 처음으로 돌아갑니다. 모든 신경망은 설정은 그대로 두고 시작 가중치로 돌아가고, 실험실은 처음 열 때의 상태가 되며, 열린 수업은 닫힙니다. 스윕은 녹화에 담기지 않습니다.</translation>
    </message>
    <message>
        <source>Recordings (*{suffix})</source>
        <translation>녹화 (*{suffix})</translation>
    </message>
    <message>
        <source>Where shall the recording go?</source>
        <translation>녹화를 어디에 저장할까요?</translation>
    </message>
    <message>
        <source>Play a recording</source>
        <translation>녹화 재생</translation>
    </message>
    <message>
        <source>A recording begins anew on all pages: the networks and labs as they are now are gone then.

As soon as you do something yourself, it ends, and you go on from there.</source>
        <translation>녹화는 모든 페이지를 새로 시작합니다. 지금의 신경망과 실험실은 사라집니다.

직접 무언가를 하면 녹화가 끝나고, 그 자리에서 이어서 할 수 있습니다.</translation>
    </message>
    <message>
        <source>Record…</source>
        <translation>녹화…</translation>
    </message>
</context>
<context>
    <name>Relief</name>
    <message>
        <source>Paths: {count}. Seen from {azimuth}°, {elevation}° above the ground.</source>
        <translation>경로 {count}개. 방위 {azimuth}°, 높이각 {elevation}°에서 본 모습입니다.</translation>
    </message>
</context>
<context>
    <name>RestBoard</name>
    <message>
        <source>True class A</source>
        <translation>참 클래스 A</translation>
    </message>
    <message>
        <source>B&apos;s share of the rest</source>
        <translation>나머지 중 B의 몫</translation>
    </message>
    <message>
        <source>Probability of the true class A</source>
        <translation>참 클래스 A의 확률</translation>
    </message>
    <message>
        <source>Share of the rest that class B has</source>
        <translation>나머지 중 클래스 B가 가진 몫</translation>
    </message>
    <message>
        <source>predicted probability</source>
        <translation>예측 확률</translation>
    </message>
    <message>
        <source>squared error</source>
        <translation>제곱 오차</translation>
    </message>
    <message>
        <source>cross-entropy</source>
        <translation>교차 엔트로피</translation>
    </message>
    <message>
        <source>{loss} over B&apos;s share of the rest</source>
        <translation>B의 몫에 따른 {loss}</translation>
    </message>
    <message>
        <source>Three predictions with the same probability of the true class</source>
        <translation>참 클래스의 확률이 같은 세 예측</translation>
    </message>
    <message>
        <source>Your squared error</source>
        <translation>내 제곱 오차</translation>
    </message>
    <message>
        <source>Your cross-entropy</source>
        <translation>내 교차 엔트로피</translation>
    </message>
    <message>
        <source>sq. error</source>
        <translation>제곱 오차</translation>
    </message>
    <message>
        <source>CE</source>
        <translation>CE</translation>
    </message>
    <message>
        <source>Even</source>
        <translation>고르게</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>내 예측</translation>
    </message>
    <message>
        <source>All on B</source>
        <translation>모두 B에</translation>
    </message>
    <message>
        <source>Cross-entropy reads the true class only: {entropy} for all three. The squared error also punishes how the wrong classes share the rest: {even} if evenly, {sided} if one has it all.</source>
        <translation>교차 엔트로피는 참 클래스만 읽으므로 셋 다 {entropy}입니다. 제곱 오차는 틀린 클래스들이 나머지를 나누는 방식에도 벌을 줍니다. 고르게 나누면 {even}, 하나가 다 가지면 {sided}입니다.</translation>
    </message>
    <message>
        <source>−ln y of A</source>
        <translation>A의 −ln y</translation>
    </message>
</context>
<context>
    <name>Restore</name>
    <message>
        <source>nnviz ended unexpectedly</source>
        <translation>nnviz가 예기치 않게 끝났습니다</translation>
    </message>
    <message>
        <source>nnviz ended unexpectedly. Go on with its last state?</source>
        <translation>nnviz가 예기치 않게 끝났습니다. 마지막 상태에서 이어서 할까요?</translation>
    </message>
    <message>
        <source>{page}: {iterations} iterations, {time}</source>
        <translation>{page}: 반복 {iterations}회, {time}</translation>
    </message>
    <message>
        <source>Training goes on exactly from there. “Start afresh” throws this state away.</source>
        <translation>바로 그 자리에서 학습이 이어집니다. “새로 시작”을 고르면 이 상태를 버립니다.</translation>
    </message>
    <message>
        <source>The very last state is damaged; this is the one before it. “Start afresh” throws it away.</source>
        <translation>맨 마지막 상태가 손상되어 바로 앞의 상태를 엽니다. “새로 시작”을 고르면 이 상태를 버립니다.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>이어서 하기</translation>
    </message>
    <message>
        <source>Start afresh</source>
        <translation>새로 시작</translation>
    </message>
    <message>
        <source>Ask me next time</source>
        <translation>다음에 묻기</translation>
    </message>
    <message>
        <source>Open what was kept, on every page</source>
        <translation>보존된 것을 모든 페이지에서 엽니다</translation>
    </message>
    <message>
        <source>Begin as at every start; what was kept is thrown away</source>
        <translation>평소처럼 시작합니다. 보존된 것은 버립니다</translation>
    </message>
    <message>
        <source>Begin as at every start; what was kept stays where it is</source>
        <translation>평소처럼 시작합니다. 보존된 것은 그대로 둡니다</translation>
    </message>
</context>
<context>
    <name>ResultTable</name>
    <message>
        <source>Derivatives found</source>
        <translation>구한 도함수</translation>
    </message>
    <message>
        <source>forward</source>
        <translation>순방향</translation>
    </message>
    <message>
        <source>reverse</source>
        <translation>역방향</translation>
    </message>
    <message>
        <source>passes</source>
        <translation>전파 횟수</translation>
    </message>
    <message>
        <source>One input: both modes take one pass.</source>
        <translation>입력 하나: 두 모드 모두 전파 한 번이면 됩니다.</translation>
    </message>
    <message>
        <source>{count} inputs: forward mode takes one pass for each, reverse mode one pass for all. A network has millions of inputs to its loss, its weights: that is why it is trained in reverse mode.</source>
        <translation>입력 {count}개: 순방향 모드는 입력마다 전파 한 번, 역방향 모드는 모두 합해 한 번이면 됩니다. 신경망의 손실에는 입력, 곧 가중치가 수백만 개 있으므로 역방향 모드로 학습합니다.</translation>
    </message>
    <message>
        <source>{made} of {needed}</source>
        <translation>{made} / {needed}</translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message>
        <source>What came of it</source>
        <translation>학습 결과</translation>
    </message>
    <message>
        <source>Right answers before and after</source>
        <translation>학습 전과 후의 정답률</translation>
    </message>
    <message>
        <source>{title}, before</source>
        <translation>{title}, 학습 전</translation>
    </message>
    <message>
        <source>{title}, after</source>
        <translation>{title}, 학습 후</translation>
    </message>
</context>
<context>
    <name>RunButton</name>
    <message>
        <source>Pause</source>
        <translation>일시정지</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>학습</translation>
    </message>
</context>
<context>
    <name>RunKnobs</name>
    <message>
        <source>Hidden layers</source>
        <translation>은닉층</translation>
    </message>
    <message>
        <source>Units in each</source>
        <translation>층마다 유닛</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>활성화 함수</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>Batch normalisation</source>
        <translation>배치 정규화</translation>
    </message>
    <message>
        <source>Residual connections</source>
        <translation>잔차 연결</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>옵티마이저</translation>
    </message>
</context>
<context>
    <name>SampleRow</name>
    <message>
        <source>Or try a test sample</source>
        <translation>또는 테스트 샘플 고르기</translation>
    </message>
    <message>
        <source>Previous test sample</source>
        <translation>이전 테스트 샘플</translation>
    </message>
    <message>
        <source>Random test sample</source>
        <translation>무작위 테스트 샘플</translation>
    </message>
    <message>
        <source>Next test sample</source>
        <translation>다음 테스트 샘플</translation>
    </message>
    <message>
        <source>The sample&apos;s picture</source>
        <translation>샘플 그림</translation>
    </message>
    <message>
        <source>Label and answer</source>
        <translation>레이블과 답</translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message>
        <source>Show what belongs to it, or hide it</source>
        <translation>딸린 내용을 보이거나 숨깁니다</translation>
    </message>
</context>
<context>
    <name>SettingsRow</name>
    <message>
        <source>What is compared</source>
        <translation>비교할 설정</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>비교할 설정</translation>
    </message>
    <message>
        <source>with</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Compared setting</source>
        <translation>비교 설정</translation>
    </message>
    <message>
        <source>The one setting in which the runs differ; a change means a new start</source>
        <translation>실행마다 달라지는 단 하나의 설정. 바꾸면 처음부터 다시 시작합니다</translation>
    </message>
    <message>
        <source>+ Run</source>
        <translation>+ 실행</translation>
    </message>
    <message>
        <source>Compare with one more value</source>
        <translation>값 하나 더 비교</translation>
    </message>
    <message>
        <source>Compare with one more value; all runs start anew</source>
        <translation>값 하나를 더 비교합니다. 모든 실행이 처음부터 다시 시작합니다</translation>
    </message>
    <message>
        <source>{setting} of run {letter}; a change means a new start</source>
        <translation>실행 {letter}의 {setting}. 바꾸면 처음부터 다시 시작합니다</translation>
    </message>
    <message>
        <source>Take run {letter} out; the others start anew</source>
        <translation>실행 {letter}을(를) 뺍니다. 나머지는 처음부터 다시 시작합니다</translation>
    </message>
</context>
<context>
    <name>SharedKnobs</name>
    <message>
        <source>η of all</source>
        <translation>모두의 η</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>스케줄</translation>
    </message>
    <message>
        <source>Factor γ</source>
        <translation>배율 γ</translation>
    </message>
    <message>
        <source>Reached after</source>
        <translation>도달 시점</translation>
    </message>
    <message>
        <source>Noise σ</source>
        <translation>잡음 σ</translation>
    </message>
    <message>
        <source>learning rate of all optimizers</source>
        <translation>모든 옵티마이저의 학습률</translation>
    </message>
    <message>
        <source>learning-rate schedule</source>
        <translation>학습률 스케줄</translation>
    </message>
    <message>
        <source>factor γ of the schedule</source>
        <translation>스케줄의 배율 γ</translation>
    </message>
    <message>
        <source>steps after which γ is reached</source>
        <translation>γ에 도달하는 걸음 수</translation>
    </message>
    <message>
        <source>standard deviation of the gradient noise</source>
        <translation>기울기 잡음의 표준편차</translation>
    </message>
    <message>
        <source>New noise</source>
        <translation>새 잡음</translation>
    </message>
    <message>
        <source>Other random numbers, the same for everybody; the race starts over</source>
        <translation>모두에게 똑같은 다른 난수를 쓰고 경주를 다시 시작합니다</translation>
    </message>
</context>
<context>
    <name>SheetHead</name>
    <message>
        <source>What it is about</source>
        <translation>학습지의 대상</translation>
    </message>
    <message>
        <source>This network</source>
        <translation>이 신경망</translation>
    </message>
    <message>
        <source>2-3-2-2 example</source>
        <translation>2-3-2-2 예제</translation>
    </message>
    <message>
        <source>from exact values</source>
        <translation>정확한 값으로</translation>
    </message>
    <message>
        <source>from rounded values</source>
        <translation>반올림한 값으로</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>레터</translation>
    </message>
    <message>
        <source>Decimals</source>
        <translation>소수 자릿수</translation>
    </message>
    <message>
        <source>Each line</source>
        <translation>줄마다</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>용지</translation>
    </message>
    <message>
        <source>How many decimals every result is written with</source>
        <translation>모든 결과를 쓸 소수 자릿수</translation>
    </message>
    <message>
        <source>Whether one goes on calculating with exact values or with what was written</source>
        <translation>정확한 값으로 이어 계산할지, 적은 값으로 이어 계산할지</translation>
    </message>
    <message>
        <source>Size of the pages that are saved</source>
        <translation>저장할 쪽의 크기</translation>
    </message>
    <message>
        <source>The network in front with its sample, or one with round numbers</source>
        <translation>앞에 있는 신경망과 그 샘플, 또는 간단한 수의 신경망</translation>
    </message>
    <message>
        <source>Judge every line, and go to the first that is not right</source>
        <translation>모든 줄을 채점하고 처음으로 틀린 줄로 갑니다</translation>
    </message>
    <message>
        <source>A PDF with empty lines, to be printed</source>
        <translation>인쇄할, 빈칸이 있는 PDF</translation>
    </message>
    <message>
        <source>A PDF with every result and how it comes about</source>
        <translation>모든 결과와 그 과정이 있는 PDF</translation>
    </message>
    <message>
        <source>Take it as it is now</source>
        <translation>지금 상태로</translation>
    </message>
    <message>
        <source>A new sheet of the network&apos;s weights and the sample that are shown now</source>
        <translation>지금 보이는 신경망의 가중치와 샘플로 새 학습지를 만듭니다</translation>
    </message>
    <message>
        <source>Check all</source>
        <translation>모두 채점</translation>
    </message>
    <message>
        <source>Save the sheet…</source>
        <translation>학습지 저장…</translation>
    </message>
    <message>
        <source>Save the solution…</source>
        <translation>풀이 저장…</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>키보드 단축키</translation>
    </message>
    <message>
        <source>Type to search: a key, or what it does</source>
        <translation>키 이름이나 하는 일로 검색</translation>
    </message>
    <message>
        <source>Search the shortcuts</source>
        <translation>단축키 검색</translation>
    </message>
    <message>
        <source>Only the lines with all of these words are left</source>
        <translation>이 낱말이 모두 든 줄만 남습니다</translation>
    </message>
    <message>
        <source>No key does that.</source>
        <translation>그런 단축키는 없습니다.</translation>
    </message>
</context>
<context>
    <name>ShownMenu</name>
    <message>
        <source>What is shown</source>
        <translation>표시할 것</translation>
    </message>
    <message>
        <source>Menus</source>
        <translation>메뉴</translation>
    </message>
    <message>
        <source>Pages and training</source>
        <translation>페이지와 학습</translation>
    </message>
</context>
<context>
    <name>SliceView</name>
    <message>
        <source>Input to the right</source>
        <translation>가로축 입력</translation>
    </message>
    <message>
        <source>Input upwards</source>
        <translation>세로축 입력</translation>
    </message>
    <message>
        <source>against</source>
        <translation>대</translation>
    </message>
    <message>
        <source>The network&apos;s output over two of its inputs</source>
        <translation>두 입력에 대한 신경망 출력</translation>
    </message>
    <message>
        <source>The colours are the answers with all other inputs at their usual values (mean or most frequent category); the training points are projected, so their own answers may differ.</source>
        <translation>색은 나머지 입력을 모두 평소 값(평균 또는 최빈 범주)에 둔 답입니다. 훈련 점은 이 평면에 사영한 것이므로 실제 답은 다를 수 있습니다.</translation>
    </message>
    <message>
        <source>{shown} of {count} points drawn.</source>
        <translation>점 {count}개 중 {shown}개를 그렸습니다.</translation>
    </message>
    <message>
        <source>{name}, standardised</source>
        <translation>{name}, 표준화</translation>
    </message>
</context>
<context>
    <name>SlopeBoard</name>
    <message>
        <source>Curve f(x)</source>
        <translation>곡선 f(x)</translation>
    </message>
    <message>
        <source>Curvature c</source>
        <translation>곡률 c</translation>
    </message>
    <message>
        <source>Start x</source>
        <translation>출발점 x</translation>
    </message>
    <message>
        <source>Steps a second</source>
        <translation>초당 걸음 수</translation>
    </message>
    <message>
        <source>Learning rate η</source>
        <translation>학습률 η</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>한 걸음</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>처음으로</translation>
    </message>
    <message>
        <source>x</source>
        <translation>x</translation>
    </message>
    <message>
        <source>The ball on its curve</source>
        <translation>곡선 위의 공</translation>
    </message>
    <message>
        <source>step</source>
        <translation>걸음</translation>
    </message>
    <message>
        <source>Height of the ball at each step</source>
        <translation>걸음마다 공의 높이</translation>
    </message>
    <message>
        <source>before</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>now</source>
        <translation>현재</translation>
    </message>
    <message>
        <source>minimum</source>
        <translation>최소점</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시정지</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>재생</translation>
    </message>
    <message>
        <source>Step {count}</source>
        <translation>걸음 {count}</translation>
    </message>
    <message>
        <source>The next step</source>
        <translation>다음 걸음</translation>
    </message>
</context>
<context>
    <name>SlopeWords</name>
    <message>
        <source>Parabola ½ c x²</source>
        <translation>포물선 ½ c x²</translation>
    </message>
    <message>
        <source>Two minima ¼ (x² − 1)²</source>
        <translation>두 최솟값 ¼ (x² − 1)²</translation>
    </message>
    <message>
        <source>Waves x²/8 + ½ (1 − cos 3x)</source>
        <translation>물결 x²/8 + ½ (1 − cos 3x)</translation>
    </message>
    <message>
        <source>Kink |x|</source>
        <translation>꺾임 |x|</translation>
    </message>
    <message>
        <source>Plateau x² / (1 + x²)</source>
        <translation>고원 x² / (1 + x²)</translation>
    </message>
    <message>
        <source>too small</source>
        <translation>너무 작음</translation>
    </message>
    <message>
        <source>right</source>
        <translation>알맞음</translation>
    </message>
    <message>
        <source>too large</source>
        <translation>너무 큼</translation>
    </message>
    <message>
        <source>diverging</source>
        <translation>발산</translation>
    </message>
    <message>
        <source>without curvature no rate is safe</source>
        <translation>곡률이 없으면 안전한 학습률도 없음</translation>
    </message>
    <message>
        <source>Too large out here: it is thrown out</source>
        <translation>이 바깥에서는 너무 큼: 튕겨 나감</translation>
    </message>
    <message>
        <source>Too small: it crawls</source>
        <translation>너무 작음: 기어감</translation>
    </message>
    <message>
        <source>Right: straight to the minimum</source>
        <translation>알맞음: 곧장 최솟값으로</translation>
    </message>
    <message>
        <source>Just right: 1/c, one step</source>
        <translation>꼭 맞음: 1/c, 한 걸음</translation>
    </message>
    <message>
        <source>Too large: it jumps over the minimum</source>
        <translation>너무 큼: 최솟값을 뛰어넘음</translation>
    </message>
    <message>
        <source>2/c: it swings for ever</source>
        <translation>2/c: 영원히 오감</translation>
    </message>
    <message>
        <source>Diverging: farther away at each step</source>
        <translation>발산: 걸음마다 더 멀어짐</translation>
    </message>
    <message>
        <source>No curvature: it never settles</source>
        <translation>곡률 없음: 자리를 잡지 못함</translation>
    </message>
    <message>
        <source>Each step leaves {factor} of the distance to the minimum; {steps} steps leave a hundredth.</source>
        <translation>걸음마다 최솟값까지의 거리가 {factor}배로 줄어듭니다. {steps}걸음이면 100분의 1이 남습니다.</translation>
    </message>
    <message>
        <source>1 − η c = 0: nothing is left of the distance to the minimum.</source>
        <translation>1 − η c = 0: 최솟값까지의 거리가 남지 않습니다.</translation>
    </message>
    <message>
        <source>1 − η c = {factor}: each step lands on the other side, but nearer; {steps} steps leave a hundredth.</source>
        <translation>1 − η c = {factor}: 걸음마다 반대편에 닿지만 더 가까워집니다. {steps}걸음이면 100분의 1이 남습니다.</translation>
    </message>
    <message>
        <source>1 − η c = −1: each step lands just as far away on the other side.</source>
        <translation>1 − η c = −1: 걸음마다 반대편의 똑같이 먼 곳에 닿습니다.</translation>
    </message>
    <message>
        <source>1 − η c = {factor}: each step lands on the other side and farther away.</source>
        <translation>1 − η c = {factor}: 걸음마다 반대편의 더 먼 곳에 닿습니다.</translation>
    </message>
    <message>
        <source>The slope is ±1 up to the kink, so every step is η = {rate} long, also close to the minimum.</source>
        <translation>꺾인 점까지 기울기가 ±1이므로 최솟값 가까이에서도 모든 걸음의 길이가 η = {rate}입니다.</translation>
    </message>
    <message>
        <source>The minimum below has x = {x} and curvature c = f″ = {c}. Close to it:</source>
        <translation>아래 최솟값은 x = {x}에 있고 곡률은 c = f″ = {c}입니다. 그 가까이에서:</translation>
    </message>
    <message>
        <source>2/c = {bound}</source>
        <translation>2/c = {bound}</translation>
    </message>
    <message>
        <source>It has left the plot. It may come back, or be lost: a smaller η is safer.</source>
        <translation>그림 밖으로 나갔습니다. 돌아올 수도, 영영 사라질 수도 있습니다. η가 작을수록 안전합니다.</translation>
    </message>
    <message>
        <source>It has left the plot, each step takes it farther. Take η below {bound} and reset.</source>
        <translation>그림 밖으로 나갔고 걸음마다 더 멀어집니다. η를 {bound}보다 작게 하고 처음으로 돌아가세요.</translation>
    </message>
    <message>
        <source>It lies still at x = {x} after {count} steps.</source>
        <translation>{count}걸음 뒤 x = {x}에서 멈췄습니다.</translation>
    </message>
    <message>
        <source>Diverged: x = {x} after {count} steps. Take η below {bound} and reset.</source>
        <translation>발산: {count}걸음 뒤 x = {x}. η를 {bound}보다 작게 하고 처음으로 돌아가세요.</translation>
    </message>
    <message>
        <source>Still moving after {count} steps; it pauses here.</source>
        <translation>{count}걸음 뒤에도 움직입니다. 여기서 잠시 멈춥니다.</translation>
    </message>
    <message>
        <source>the ball is at x = {x} →</source>
        <translation>공은 x = {x}에 있습니다 →</translation>
    </message>
    <message>
        <source>← the ball is at x = {x}</source>
        <translation>← 공은 x = {x}에 있습니다</translation>
    </message>
</context>
<context>
    <name>SoftmaxColumns</name>
    <message>
        <source>softmax yᵢ</source>
        <translation>소프트맥스 yᵢ</translation>
    </message>
    <message>
        <source>∂LSE/∂xᵢ by differences</source>
        <translation>차분으로 구한 ∂LSE/∂xᵢ</translation>
    </message>
    <message>
        <source>logit xᵢ</source>
        <translation>로짓 xᵢ</translation>
    </message>
    <message>
        <source>Output {name}: draw the bounds over this logit</source>
        <translation>출력 {name}: 이 로짓에 대한 한계 그리기</translation>
    </message>
</context>
<context>
    <name>SoftmaxSection</name>
    <message>
        <source>Softmax with temperature</source>
        <translation>온도가 있는 소프트맥스</translation>
    </message>
    <message>
        <source>sum of all yᵢ</source>
        <translation>모든 yᵢ의 합</translation>
    </message>
    <message>
        <source>largest change of a yᵢ by adding C</source>
        <translation>C를 더했을 때 yᵢ의 가장 큰 변화</translation>
    </message>
    <message>
        <source>logits n</source>
        <translation>로짓 수 n</translation>
    </message>
    <message>
        <source>temperature T</source>
        <translation>온도 T</translation>
    </message>
    <message>
        <source>constant C</source>
        <translation>상수 C</translation>
    </message>
    <message>
        <source>All equal</source>
        <translation>모두 같게</translation>
    </message>
    <message>
        <source>Then LSE reaches its upper bound; with n = 1 it is the lower one</source>
        <translation>이때 LSE가 위 한계에 닿습니다. n = 1이면 아래 한계이기도 합니다</translation>
    </message>
    <message>
        <source>Largest: x{before} before, y{after} after softmax. To answer, softmax may be left out.</source>
        <translation>가장 큰 것: 소프트맥스 전 x{before}, 후 y{after}. 답만 구할 때는 소프트맥스를 빼도 됩니다.</translation>
    </message>
    <message>
        <source>y i equals e to the x i plus C over T, divided by the sum of these over all j</source>
        <translation>y i는 e의, x i 더하기 C를 T로 나눈 것의 제곱을, 모든 j에 대한 그 합으로 나눈 것</translation>
    </message>
</context>
<context>
    <name>Spot</name>
    <message>
        <source>Spotlight</source>
        <translation>스포트라이트</translation>
    </message>
</context>
<context>
    <name>StabilitySection</name>
    <message>
        <source>Numbers to take softmax and LogSumExp of</source>
        <translation>소프트맥스와 LogSumExp를 구할 수</translation>
    </message>
    <message>
        <source>Where exp is neither infinite nor 0</source>
        <translation>exp가 무한대도 0도 아닌 곳</translation>
    </message>
    <message>
        <source>Naive: as the textbook writes it</source>
        <translation>단순한 방법: 교과서에 쓰인 대로</translation>
    </message>
    <message>
        <source>Shifted: the maximum is taken from every x first</source>
        <translation>이동한 방법: 먼저 모든 x에서 최댓값을 뺍니다</translation>
    </message>
    <message>
        <source>One more number</source>
        <translation>수 추가</translation>
    </message>
    <message>
        <source>One number fewer</source>
        <translation>수 제거</translation>
    </message>
    <message>
        <source>Take {values}</source>
        <translation>{values} 쓰기</translation>
    </message>
    <message>
        <source>x, number {number}</source>
        <translation>x, {number}번째 수</translation>
    </message>
    <message>
        <source>Exponents of both ways, and the range of double precision</source>
        <translation>두 방법의 지수와 배정밀도의 범위</translation>
    </message>
    <message>
        <source>exp of more than {largest} is beyond the largest number of double precision: inf. A number / inf is 0, inf / inf has no value: nan.</source>
        <translation>{largest}보다 큰 수의 exp는 배정밀도의 최댓값을 넘어 inf가 됩니다. 수 / inf는 0이고, inf / inf에는 값이 없어 nan입니다.</translation>
    </message>
    <message>
        <source>exp of less than {smallest} is below the smallest number of double precision: all are 0. 0 / 0 has no value: nan, and log 0 is −inf.</source>
        <translation>{smallest}보다 작은 수의 exp는 배정밀도의 최솟값보다 작아 모두 0입니다. 0 / 0에는 값이 없어 nan이고, log 0은 −inf입니다.</translation>
    </message>
    <message>
        <source>No exponent is too large or too small here: both ways agree to {difference}.</source>
        <translation>여기에는 너무 크거나 작은 지수가 없습니다. 두 방법의 차이는 {difference}입니다.</translation>
    </message>
    <message>
        <source>The largest exponent is 0: no power is above 1, and the sum lies between 1 and {count}. The factor exp(max) cancels in softmax; in LSE it comes back as max.</source>
        <translation>가장 큰 지수가 0이므로 어떤 거듭제곱도 1을 넘지 않고, 합은 1과 {count} 사이입니다. 인수 exp(max)는 소프트맥스에서 약분되고 LSE에서는 max로 되돌아옵니다.</translation>
    </message>
</context>
<context>
    <name>StackCard</name>
    <message>
        <source>A deep linear network is one layer</source>
        <translation>깊은 선형 신경망은 층 하나와 같습니다</translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation>은닉층</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>활성화 함수</translation>
    </message>
    <message>
        <source>Other start</source>
        <translation>다른 시작점</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>Green: boundary of the trained network. Dashed: of one layer with W, the product of its matrices.</source>
        <translation>초록: 학습된 신경망의 경계. 점선: 행렬들의 곱 W를 가진 층 하나의 경계.</translation>
    </message>
</context>
<context>
    <name>StartsGrid</name>
    <message>
        <source>{initializer}, {activation}, iteration {iteration}: deviation of layer {layer} {deviation}, gradient norm of the first layer / of the last {ratio}. {grade}</source>
        <translation>{initializer}, {activation}, 반복 {iteration}: 층 {layer}의 표준편차 {deviation}, 첫 층 / 마지막 층의 기울기 노름 {ratio}. {grade}</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>발산</translation>
    </message>
    <message>
        <source>collapses</source>
        <translation>무너짐</translation>
    </message>
    <message>
        <source>grows</source>
        <translation>커짐</translation>
    </message>
    <message>
        <source>saturated</source>
        <translation>포화</translation>
    </message>
    <message>
        <source>vanishes</source>
        <translation>소실</translation>
    </message>
    <message>
        <source>explodes</source>
        <translation>폭주</translation>
    </message>
    <message>
        <source>healthy</source>
        <translation>건강함</translation>
    </message>
    <message>
        <source>dev. {deviation}</source>
        <translation>편차 {deviation}</translation>
    </message>
    <message>
        <source>grad. {ratio}</source>
        <translation>기울기 {ratio}</translation>
    </message>
    <message>
        <source>Activations for each initialiser and activation</source>
        <translation>초기화 방법과 활성화 함수에 따른 활성값</translation>
    </message>
</context>
<context>
    <name>StartsSection</name>
    <message>
        <source>Pause</source>
        <translation>일시정지</translation>
    </message>
    <message>
        <source>Train all</source>
        <translation>모두 학습</translation>
    </message>
    <message>
        <source>{count} hidden layers, {activation}, weights: {initializer}</source>
        <translation>은닉층 {count}개, {activation}, 가중치: {initializer}</translation>
    </message>
    <message>
        <source>Activations of five layers of 100 units, for 1,000 inputs from N(0, 1)</source>
        <translation>유닛 100개인 층 다섯의 활성값, N(0, 1)에서 뽑은 입력 1,000개</translation>
    </message>
    <message>
        <source>All 15 networks</source>
        <translation>신경망 15개 모두</translation>
    </message>
    <message>
        <source>Dependence on the start</source>
        <translation>시작점에 따른 차이</translation>
    </message>
    <message>
        <source>The lab&apos;s own run</source>
        <translation>실험실의 실행</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>처음으로</translation>
    </message>
    <message>
        <source>Batch normalisation</source>
        <translation>배치 정규화</translation>
    </message>
    <message>
        <source>Residual connections</source>
        <translation>잔차 연결</translation>
    </message>
    <message>
        <source>Look at its layers</source>
        <translation>층 살펴보기</translation>
    </message>
    <message>
        <source>Iteration</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>dev.: deviation of the activations of layer 5. grad.: gradient norm of the first layer / of the last. Dotted: before training. Click a network to give its settings to the lab&apos;s run.</source>
        <translation>편차: 층 5 활성값의 표준편차. 기울기: 첫 층 / 마지막 층의 기울기 노름. 점선: 학습 전. 신경망을 클릭하면 그 설정을 실험실의 실행에 씁니다.</translation>
    </message>
    <message>
        <source>Before training: largest / smallest dev. of the four random starts. 1: the start does not matter.</source>
        <translation>학습 전: 무작위 시작점 네 개 중 가장 큰 편차 / 가장 작은 편차. 1이면 시작점이 상관없습니다.</translation>
    </message>
    <message>
        <source>plain</source>
        <translation>기본</translation>
    </message>
    <message>
        <source>residual</source>
        <translation>잔차</translation>
    </message>
    <message>
        <source>batch norm</source>
        <translation>배치 정규화</translation>
    </message>
    <message>
        <source>both</source>
        <translation>둘 다</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Loading data</source>
        <translation>데이터 불러오는 중</translation>
    </message>
    <message>
        <source>diverged – lower the learning rate, or reset</source>
        <translation>발산 – 학습률을 낮추거나 처음으로 돌아가세요</translation>
    </message>
    <message>
        <source>stopped by an error – reset to go on</source>
        <translation>오류로 멈춤 – 처음으로 돌아가면 계속할 수 있습니다</translation>
    </message>
    <message>
        <source>start weights: trained network, {accuracy} % of its test set</source>
        <translation>시작 가중치: 학습된 신경망, 자체 테스트 세트의 {accuracy} %</translation>
    </message>
    <message>
        <source>start weights: from a file</source>
        <translation>시작 가중치: 파일에서</translation>
    </message>
    <message>
        <source>start weights: random, seed {seed}</source>
        <translation>시작 가중치: 무작위, 시드 {seed}</translation>
    </message>
</context>
<context>
    <name>StepCard</name>
    <message>
        <source>value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>gradient of the output</source>
        <translation>출력의 기울기</translation>
    </message>
    <message>
        <source>local</source>
        <translation>지역</translation>
    </message>
    <message>
        <source>upstream</source>
        <translation>상류</translation>
    </message>
    <message>
        <source>downstream</source>
        <translation>하류</translation>
    </message>
    <message>
        <source>added up before</source>
        <translation>앞에서 더한 것</translation>
    </message>
    <message>
        <source>added up now</source>
        <translation>지금 더한 것</translation>
    </message>
</context>
<context>
    <name>StepDots</name>
    <message>
        <source>Step {step} of {steps}</source>
        <translation>{steps}단계 중 {step}단계</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Presenting</source>
        <translation>발표</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>표시할 것</translation>
    </message>
    <message>
        <source>End presenting (Esc)</source>
        <translation>발표 끝내기 (Esc)</translation>
    </message>
    <message>
        <source>End presenting</source>
        <translation>발표 끝내기</translation>
    </message>
</context>
<context>
    <name>SurfaceSection</name>
    <message>
        <source>Surface</source>
        <translation>곡면</translation>
    </message>
    <message>
        <source>Show {name}</source>
        <translation>{name} 표시</translation>
    </message>
    <message>
        <source>Follow {name}</source>
        <translation>{name} 따라가기</translation>
    </message>
    <message>
        <source>Loss of {name}</source>
        <translation>{name}의 손실</translation>
    </message>
    <message>
        <source>Race</source>
        <translation>경주</translation>
    </message>
    <message>
        <source>For all of them</source>
        <translation>모두에게</translation>
    </message>
    <message>
        <source>In three dimensions</source>
        <translation>3차원으로</translation>
    </message>
    <message>
        <source>drag to turn</source>
        <translation>끌어서 돌리기</translation>
    </message>
    <message>
        <source>Map of the surface with the paths of all optimizers</source>
        <translation>모든 옵티마이저의 경로가 그려진 곡면 지도</translation>
    </message>
    <message>
        <source>The surface in three dimensions; arrow keys turn it</source>
        <translation>3차원 곡면. 화살표 키로 돌립니다</translation>
    </message>
    <message>
        <source>Losses over steps</source>
        <translation>걸음에 따른 손실</translation>
    </message>
    <message>
        <source>step</source>
        <translation>걸음</translation>
    </message>
    <message>
        <source>step {number}</source>
        <translation>걸음 {number}</translation>
    </message>
    <message>
        <source>Learning rate of {name}</source>
        <translation>{name}의 학습률</translation>
    </message>
    <message>
        <source>Values of {name}</source>
        <translation>{name}의 값</translation>
    </message>
    <message>
        <source>Step {number} of {name}, term by term</source>
        <translation>{name}의 걸음 {number}, 항별로</translation>
    </message>
    <message>
        <source>Press Play or Step to see what each step is made of.</source>
        <translation>재생이나 한 걸음을 누르면 걸음이 무엇으로 이루어지는지 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>click to choose a start</source>
        <translation>클릭하여 시작점 선택</translation>
    </message>
    <message>
        <source>Loss f(w)</source>
        <translation>손실 f(w)</translation>
    </message>
</context>
<context>
    <name>SweepCurves</name>
    <message>
        <source>Loss and accuracy of the settings</source>
        <translation>설정별 손실과 정확도</translation>
    </message>
    <message>
        <source>One curve for each setting, a band for its seeds: they come as runs are done</source>
        <translation>설정마다 곡선 하나, 시드들은 띠로: 실행이 끝나는 대로 나타납니다</translation>
    </message>
    <message>
        <source>line: mean · band:</source>
        <translation>선: 평균 · 띠:</translation>
    </message>
    <message>
        <source>lowest to highest</source>
        <translation>최소에서 최대</translation>
    </message>
    <message>
        <source>± 1 standard deviation</source>
        <translation>± 1 표준편차</translation>
    </message>
    <message>
        <source>Band over the seeds</source>
        <translation>시드에 걸친 띠</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>에폭</translation>
    </message>
    <message>
        <source>Passes through the training set</source>
        <translation>훈련 세트를 거친 횟수</translation>
    </message>
    <message>
        <source>loss and accuracy on the test set, mean over the seeds</source>
        <translation>테스트 세트의 손실과 정확도, 시드 평균</translation>
    </message>
    <message>
        <source>Test loss and test accuracy over the epochs</source>
        <translation>에폭에 따른 테스트 손실과 테스트 정확도</translation>
    </message>
    <message>
        <source>test accuracy (%)</source>
        <translation>테스트 정확도 (%)</translation>
    </message>
    <message>
        <source>accuracy (%)</source>
        <translation>정확도 (%)</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>test loss</source>
        <translation>테스트 손실</translation>
    </message>
</context>
<context>
    <name>SweepTable</name>
    <message>
        <source>Results</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Settings and what came of them</source>
        <translation>설정과 그 결과</translation>
    </message>
    <message>
        <source>test accuracy</source>
        <translation>테스트 정확도</translation>
    </message>
    <message>
        <source>test loss</source>
        <translation>테스트 손실</translation>
    </message>
    <message>
        <source>best epoch</source>
        <translation>최적 에폭</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>초</translation>
    </message>
    <message>
        <source>runs done</source>
        <translation>끝난 실행</translation>
    </message>
    <message>
        <source>Run of the chosen row with seed</source>
        <translation>고른 행의 실행, 시드</translation>
    </message>
    <message>
        <source>Seed of the run that is opened</source>
        <translation>열 실행의 시드</translation>
    </message>
    <message>
        <source>Which of the runs with these settings: each has another start</source>
        <translation>이 설정의 실행 중 하나: 실행마다 시작점이 다릅니다</translation>
    </message>
    <message>
        <source>Train this run</source>
        <translation>이 실행 학습</translation>
    </message>
    <message>
        <source>Train it anew in the main window, the same steps, to watch them</source>
        <translation>주 창에서 같은 걸음을 새로 학습하며 지켜봅니다</translation>
    </message>
    <message>
        <source>Draw the best {count}</source>
        <translation>상위 {count}개 그리기</translation>
    </message>
    <message>
        <source>Draw the settings that have reached most so far</source>
        <translation>지금까지 성적이 가장 좋은 설정들을 그립니다</translation>
    </message>
    <message>
        <source>Open its end</source>
        <translation>끝 상태 열기</translation>
    </message>
    <message>
        <source>The network at the end of this run was not kept</source>
        <translation>이 실행이 끝났을 때의 신경망은 보관하지 않았습니다</translation>
    </message>
    <message>
        <source>Open the network as it was at the end of this run</source>
        <translation>이 실행이 끝났을 때의 신경망을 엽니다</translation>
    </message>
</context>
<context>
    <name>SweepWindow</name>
    <message>
        <source>Sweep</source>
        <translation>스윕</translation>
    </message>
</context>
<context>
    <name>SweepWords</name>
    <message>
        <source>learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>optimizer</source>
        <translation>옵티마이저</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>활성화 함수</translation>
    </message>
    <message>
        <source>units of every hidden layer</source>
        <translation>은닉층별 유닛 수</translation>
    </message>
    <message>
        <source>dropout</source>
        <translation>드롭아웃</translation>
    </message>
    <message>
        <source>batch normalisation</source>
        <translation>배치 정규화</translation>
    </message>
    <message>
        <source>initializer</source>
        <translation>초기화 방법</translation>
    </message>
    <message>
        <source>batch size</source>
        <translation>배치 크기</translation>
    </message>
    <message>
        <source>momentum</source>
        <translation>모멘텀</translation>
    </message>
    <message>
        <source>schedule</source>
        <translation>스케줄</translation>
    </message>
    <message>
        <source>L2 penalty</source>
        <translation>L2 규제</translation>
    </message>
    <message>
        <source>L1 penalty</source>
        <translation>L1 규제</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>input scaling</source>
        <translation>입력 스케일링</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>샘플 수</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>잡음</translation>
    </message>
    <message>
        <source>on</source>
        <translation>켬</translation>
    </message>
    <message>
        <source>off</source>
        <translation>끔</translation>
    </message>
    <message>
        <source>{data} · network {sizes} · {optimizer}, learning rate {rate}</source>
        <translation>{data} · 신경망 {sizes} · {optimizer}, 학습률 {rate}</translation>
    </message>
    <message>
        <source>{done}, {count} diverged</source>
        <translation>{done}, {count}개 발산</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count}초</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count}분</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count}시간</translation>
    </message>
</context>
<context>
    <name>TableDialog</name>
    <message>
        <source>Reading…</source>
        <translation>읽는 중…</translation>
    </message>
    <message>
        <source>Data from {name}</source>
        <translation>{name}의 데이터</translation>
    </message>
    <message>
        <source>the clipboard</source>
        <translation>클립보드</translation>
    </message>
    <message>
        <source>Between cells</source>
        <translation>칸 구분</translation>
    </message>
    <message>
        <source>Decimal mark</source>
        <translation>소수점</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>인코딩</translation>
    </message>
    <message>
        <source>Learn to tell</source>
        <translation>배울 것</translation>
    </message>
    <message>
        <source>Missing values</source>
        <translation>결측값</translation>
    </message>
    <message>
        <source>First row has the names</source>
        <translation>첫 행은 열 이름</translation>
    </message>
    <message>
        <source>The first rows</source>
        <translation>처음 몇 행</translation>
    </message>
    <message>
        <source>Use of the column</source>
        <translation>열의 용도</translation>
    </message>
    <message>
        <source>Standardise: mean 0 and deviation 1, as the training set says</source>
        <translation>표준화: 훈련 세트 기준으로 평균 0, 표준편차 1</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>읽는 중</translation>
    </message>
    <message>
        <source>Train on it</source>
        <translation>이것으로 학습</translation>
    </message>
    <message>
        <source>What stands between two cells of a row</source>
        <translation>한 행의 칸과 칸 사이에 있는 것</translation>
    </message>
    <message>
        <source>How fractions are written: 1.5 or 1,5</source>
        <translation>소수를 쓰는 방식: 1.5 또는 1,5</translation>
    </message>
    <message>
        <source>How letters are stored; try another one where names look wrong</source>
        <translation>글자를 저장하는 방식. 이름이 깨져 보이면 다른 것을 써 보세요</translation>
    </message>
    <message>
        <source>Names of the columns, not a sample</source>
        <translation>샘플이 아니라 열 이름입니다</translation>
    </message>
    <message>
        <source>An input of the network, what it is to predict, or nothing</source>
        <translation>신경망의 입력, 예측할 값, 또는 쓰지 않음</translation>
    </message>
    <message>
        <source>One of several classes (cross-entropy), or a number (squared error)</source>
        <translation>여러 클래스 중 하나(교차 엔트로피) 또는 수(제곱 오차)</translation>
    </message>
    <message>
        <source>What happens to rows with missing values</source>
        <translation>결측값이 있는 행의 처리</translation>
    </message>
    <message>
        <source>Inputs of very different sizes train badly without it</source>
        <translation>크기가 크게 다른 입력은 이것 없이는 잘 학습되지 않습니다</translation>
    </message>
    <message>
        <source>Make it the data of this page; the network gets fitting inputs and outputs</source>
        <translation>이 페이지의 데이터로 씁니다. 신경망의 입력과 출력은 이에 맞춰집니다</translation>
    </message>
</context>
<context>
    <name>TableWords</name>
    <message>
        <source>number</source>
        <translation>수</translation>
    </message>
    <message>
        <source>category</source>
        <translation>범주</translation>
    </message>
    <message>
        <source>target</source>
        <translation>목푯값</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>제외</translation>
    </message>
    <message>
        <source>Input: number</source>
        <translation>입력: 수</translation>
    </message>
    <message>
        <source>Input: category</source>
        <translation>입력: 범주</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>목푯값</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>제외</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>A number (regression)</source>
        <translation>수 (회귀)</translation>
    </message>
    <message>
        <source>Leave rows out</source>
        <translation>행 제외</translation>
    </message>
    <message>
        <source>Fill: mean or most frequent</source>
        <translation>채우기: 평균 또는 최빈값</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>쉼표</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>세미콜론</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>탭</translation>
    </message>
    <message>
        <source>bar |</source>
        <translation>세로줄 |</translation>
    </message>
    <message>
        <source>space</source>
        <translation>공백</translation>
    </message>
    <message>
        <source>point: 1.5</source>
        <translation>점: 1.5</translation>
    </message>
    <message>
        <source>comma: 1,5</source>
        <translation>쉼표: 1,5</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>수</translation>
    </message>
    <message>
        <source>categories</source>
        <translation>범주</translation>
    </message>
    <message>
        <source>dates</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>text</source>
        <translation>텍스트</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>numbers of the rows</source>
        <translation>행 번호</translation>
    </message>
    <message>
        <source>“{name}” holds {found}; {gaps} gaps in the first {rows} rows</source>
        <translation>“{name}”의 내용: {found}, 처음 {rows}행에 결측값 {gaps}개</translation>
    </message>
    <message>
        <source>“{name}” holds {found}</source>
        <translation>“{name}”의 내용: {found}</translation>
    </message>
    <message>
        <source>{rows} rows, {inputs}, target “{target}” with {classes}</source>
        <translation>{rows}행, {inputs}, 목푯값 “{target}”({classes})</translation>
    </message>
    <message>
        <source>{rows} rows, {inputs}, target “{target}”, a number</source>
        <translation>{rows}행, {inputs}, 목푯값 “{target}”(수)</translation>
    </message>
    <message>
        <source>{count} classes</source>
        <translation>클래스 {count}개</translation>
    </message>
    <message>
        <source>Rows above the table are left out: {count}.</source>
        <translation>표 위의 행은 제외합니다: {count}개.</translation>
    </message>
    <message>
        <source>Dates ({names}) are left out: a network reads numbers. Count days, months or hours in the spreadsheet to use them.</source>
        <translation>날짜({names})는 제외합니다. 신경망은 수를 읽습니다. 쓰려면 스프레드시트에서 일, 월, 시간의 수로 바꾸세요.</translation>
    </message>
    <message>
        <source>Text ({names}) is left out.</source>
        <translation>텍스트({names})는 제외합니다.</translation>
    </message>
    <message>
        <source>The target is standardised too: 0 is its mean, 1 one standard deviation above.</source>
        <translation>목푯값도 표준화합니다. 0은 평균, 1은 평균보다 표준편차 하나만큼 큰 값입니다.</translation>
    </message>
    <message>
        <source>“{names}” only numbers the rows and is left out.</source>
        <translation>“{names}”은(는) 행 번호일 뿐이므로 제외합니다.</translation>
    </message>
    <message>
        <source>numbers: {numbers}</source>
        <translation>수 입력 {numbers}개</translation>
    </message>
    <message>
        <source>inputs: {inputs} (numbers: {numbers}, categories: {categories})</source>
        <translation>입력 {inputs}개(수 {numbers}, 범주 {categories})</translation>
    </message>
    <message>
        <source>; rows with gaps left out: {count}</source>
        <translation>; 결측값이 있어 제외한 행: {count}개</translation>
    </message>
    <message>
        <source>; rows with gaps filled: {count}</source>
        <translation>; 결측값을 채운 행: {count}개</translation>
    </message>
</context>
<context>
    <name>TargetSection</name>
    <message>
        <source>What is compared</source>
        <translation>비교할 설정</translation>
    </message>
    <message>
        <source>Confidently wrong: who still learns?</source>
        <translation>확신하고 틀렸을 때: 누가 아직 배우나?</translation>
    </message>
    <message>
        <source>How the wrong classes share the rest</source>
        <translation>틀린 클래스들이 나머지를 나누는 방식</translation>
    </message>
    <message>
        <source>Why not accuracy?</source>
        <translation>왜 정확도가 아닌가?</translation>
    </message>
</context>
<context>
    <name>TeachingWords</name>
    <message>
        <source>To learn</source>
        <translation>학습용</translation>
    </message>
    <message>
        <source>To learn, once more (optional)</source>
        <translation>학습용 하나 더 (선택)</translation>
    </message>
    <message>
        <source>To test: never learnt (optional)</source>
        <translation>테스트용: 학습하지 않음 (선택)</translation>
    </message>
    <message>
        <source>Draw a {digit}</source>
        <translation>숫자 {digit} 그리기</translation>
    </message>
    <message>
        <source>Draw another {digit}</source>
        <translation>숫자 {digit} 하나 더 그리기</translation>
    </message>
    <message>
        <source>Draw a {digit} as a test</source>
        <translation>테스트용 숫자 {digit} 그리기</translation>
    </message>
    <message>
        <source>Learning …</source>
        <translation>학습 중 …</translation>
    </message>
    <message>
        <source>The network reads with the new weights now: try it, then keep them or take them back.</source>
        <translation>이제 신경망이 새 가중치로 읽습니다. 써 보고 유지하거나 되돌리세요.</translation>
    </message>
    <message>
        <source>Taken back: every weight is what it was before, to the last bit.</source>
        <translation>되돌렸습니다. 모든 가중치가 마지막 비트까지 이전과 같습니다.</translation>
    </message>
    <message>
        <source>Kept. “Save…” writes the network into a file; your drawings are in no file.</source>
        <translation>유지했습니다. “저장…”을 누르면 신경망을 파일에 씁니다. 그림은 어떤 파일에도 남지 않습니다.</translation>
    </message>
    <message>
        <source>Still to draw before it can learn: {count}</source>
        <translation>배우려면 더 그려야 할 숫자: {count}개</translation>
    </message>
    <message>
        <source>Drawings to learn: {count}</source>
        <translation>배울 그림: {count}개</translation>
    </message>
    <message>
        <source>answered before: {before}, after: {after}</source>
        <translation>답, 학습 전: {before}, 학습 후: {after}</translation>
    </message>
    <message>
        <source>learnt</source>
        <translation>배움</translation>
    </message>
    <message>
        <source>not learnt</source>
        <translation>배우지 않음</translation>
    </message>
    <message>
        <source>Test set of MNIST, {count} digits</source>
        <translation>MNIST 테스트 세트, 숫자 {count}개</translation>
    </message>
    <message>
        <source>Built-in 8×8 digits prepared to 28×28, {count} for testing (MNIST is not on this machine)</source>
        <translation>28×28로 맞춘 내장 8×8 숫자, 테스트용 {count}개 (이 컴퓨터에 MNIST가 없음)</translation>
    </message>
    <message>
        <source>Test set of the built-in 8×8 digits, {count}</source>
        <translation>내장 8×8 숫자 테스트 세트, {count}개</translation>
    </message>
    <message>
        <source>Your digits, learnt</source>
        <translation>내 숫자, 배운 것</translation>
    </message>
    <message>
        <source>Your digits, not learnt</source>
        <translation>내 숫자, 배우지 않은 것</translation>
    </message>
    <message>
        <source>Test set</source>
        <translation>테스트 세트</translation>
    </message>
    <message>
        <source>{points} points</source>
        <translation>{points} %p</translation>
    </message>
    <message>
        <source>{before} → {after} of {count}</source>
        <translation>{count}개 중 {before} → {after}</translation>
    </message>
    <message>
        <source>Test accuracy {before} → {after}. Digits it knew and now gets wrong: {forgotten}. Digits it got wrong and now knows: {gained}.</source>
        <translation>테스트 정확도 {before} → {after}. 알다가 이제 틀리는 숫자: {forgotten}개. 틀리다가 이제 아는 숫자: {gained}개.</translation>
    </message>
    <message>
        <source>Nothing has been learnt yet. Learning your hand may cost the network something it knew.</source>
        <translation>아직 배운 것이 없습니다. 손글씨를 배우면서 알던 것을 조금 잊을 수 있습니다.</translation>
    </message>
    <message>
        <source>with rehearsal</source>
        <translation>복습함</translation>
    </message>
    <message>
        <source>without rehearsal</source>
        <translation>복습 안 함</translation>
    </message>
    <message>
        <source>with rehearsal: {with_it}, without: {without}</source>
        <translation>복습하면: {with_it}, 하지 않으면: {without}</translation>
    </message>
</context>
<context>
    <name>Thumbnails</name>
    <message>
        <source>28×28</source>
        <translation>28×28</translation>
    </message>
    <message>
        <source>8×8</source>
        <translation>8×8</translation>
    </message>
    <message>
        <source>20×20</source>
        <translation>20×20</translation>
    </message>
    <message>
        <source>centre</source>
        <translation>중심</translation>
    </message>
    <message>
        <source>ink</source>
        <translation>잉크</translation>
    </message>
    <message>
        <source>box</source>
        <translation>상자</translation>
    </message>
    <message>
        <source>How the drawing is prepared</source>
        <translation>그림을 다듬는 방법</translation>
    </message>
    <message>
        <source>The ink is cut out, scaled to 20×20, and placed so that its centre of mass (the cross) lies in the middle of 28×28 pixels, as MNIST&apos;s images were made. The last picture enters the network.</source>
        <translation>MNIST 이미지를 만든 방법대로 잉크를 잘라 20×20으로 줄이고, 무게중심(십자)이 28×28 픽셀의 한가운데에 오도록 놓습니다. 마지막 그림이 신경망에 들어갑니다.</translation>
    </message>
    <message>
        <source>This picture enters the network as it is.</source>
        <translation>이 그림이 그대로 신경망에 들어갑니다.</translation>
    </message>
</context>
<context>
    <name>TimelineBar</name>
    <message>
        <source>Timeline of the run</source>
        <translation>실행의 시간선</translation>
    </message>
    <message>
        <source>Iteration</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>Go back to any state that is kept (ticks), and forward again</source>
        <translation>보관된 상태(눈금) 어디로든 돌아갔다가 다시 앞으로 옵니다</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>최신</translation>
    </message>
    <message>
        <source>Go to the newest iteration</source>
        <translation>최신 반복으로 가기</translation>
    </message>
    <message>
        <source>Forward again to the newest iteration of this run</source>
        <translation>이 실행의 최신 반복으로 다시 앞으로 갑니다</translation>
    </message>
    <message>
        <source>iteration {position} of {newest}</source>
        <translation>반복 {position} / {newest}</translation>
    </message>
    <message>
        <source>looking back – Train goes on from here</source>
        <translation>과거를 보는 중 – 학습은 여기서 이어집니다</translation>
    </message>
    <message>
        <source>looking back</source>
        <translation>과거를 보는 중</translation>
    </message>
</context>
<context>
    <name>TwoCard</name>
    <message>
        <source>Two linear layers are one: W₂(W₁x) = (W₂W₁)x</source>
        <translation>두 선형층은 하나와 같습니다: W₂(W₁x) = (W₂W₁)x</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>unit {number}</source>
        <translation>유닛 {number}</translation>
    </message>
    <message>
        <source>Other numbers</source>
        <translation>다른 수</translation>
    </message>
</context>
<context>
    <name>UnitSection</name>
    <message>
        <source>4 of 4 right: this unit is {gate}.</source>
        <translation>4개 중 4개 맞음: 이 유닛은 {gate}입니다.</translation>
    </message>
    <message>
        <source>{right} of 4 right as {gate}.</source>
        <translation>{gate}로서 4개 중 {right}개 맞음.</translation>
    </message>
    <message>
        <source>More than 3 are impossible: no line parts the filled points from the rings.</source>
        <translation>3개보다 많이는 불가능합니다. 채워진 점과 고리를 나누는 직선은 없습니다.</translation>
    </message>
    <message>
        <source>It is {gate}.</source>
        <translation>{gate}입니다.</translation>
    </message>
    <message>
        <source>Drag the blue handle to move the line (bias), the violet one to turn it (weights).</source>
        <translation>파란 손잡이를 끌면 직선이 움직이고(편향), 보라색을 끌면 돌아갑니다(가중치).</translation>
    </message>
    <message>
        <source>{points} on the line: Σ equals θ exactly. Only because ≥ is not strict, y is 1 there.</source>
        <translation>직선 위의 {points}: Σ가 정확히 θ와 같습니다. ≥에 등호가 있기 때문에 y가 1입니다.</translation>
    </message>
    <message>
        <source>{points} on the line: Σ is exactly 0. Only because &gt; is strict, y is 0 there.</source>
        <translation>직선 위의 {points}: Σ가 정확히 0입니다. &gt;에 등호가 없기 때문에 y가 0입니다.</translation>
    </message>
    <message>
        <source>So it is {gate}; with {sign} it would be {other}.</source>
        <translation>그래서 {gate}이고, {sign}이라면 {other}입니다.</translation>
    </message>
    <message>
        <source>Perceptron</source>
        <translation>퍼셉트론</translation>
    </message>
    <message>
        <source>McCulloch–Pitts</source>
        <translation>매컬러–피츠</translation>
    </message>
    <message>
        <source>Press x₁ or x₂ to switch it over.</source>
        <translation>x₁이나 x₂를 누르면 값이 바뀝니다.</translation>
    </message>
    <message>
        <source>It fires, y = 1, when</source>
        <translation>발화하는(y = 1) 조건</translation>
    </message>
    <message>
        <source>Weight w₁</source>
        <translation>가중치 w₁</translation>
    </message>
    <message>
        <source>Weight w₂</source>
        <translation>가중치 w₂</translation>
    </message>
    <message>
        <source>Threshold θ</source>
        <translation>임계값 θ</translation>
    </message>
    <message>
        <source>Bias b</source>
        <translation>편향 b</translation>
    </message>
    <message>
        <source>Set it to (w₁, w₂, {last})</source>
        <translation>(w₁, w₂, {last})로 설정</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>목표</translation>
    </message>
    <message>
        <source>The gate its answers are compared with</source>
        <translation>답을 견줄 게이트</translation>
    </message>
    <message>
        <source>Where it fires</source>
        <translation>발화하는 곳</translation>
    </message>
    <message>
        <source>The unit</source>
        <translation>유닛</translation>
    </message>
    <message>
        <source>Truth table</source>
        <translation>진리표</translation>
    </message>
    <message>
        <source>target</source>
        <translation>목푯값</translation>
    </message>
    <message>
        <source>Kind of unit</source>
        <translation>유닛의 종류</translation>
    </message>
    <message>
        <source>Plane of the inputs with the line; arrow keys move the line</source>
        <translation>직선이 그려진 입력 평면. 화살표 키로 직선을 움직입니다</translation>
    </message>
    <message>
        <source>The unit; arrow keys choose an input, Space switches it over</source>
        <translation>유닛. 화살표 키로 입력을 고르고 스페이스로 바꿉니다</translation>
    </message>
    <message>
        <source>Truth table; arrow keys choose the input</source>
        <translation>진리표. 화살표 키로 입력을 고릅니다</translation>
    </message>
</context>
<context>
    <name>UnitStrip</name>
    <message>
        <source>unit {number}: dead, it fires for no sample</source>
        <translation>유닛 {number}: 죽음, 어떤 샘플에도 발화하지 않음</translation>
    </message>
    <message>
        <source>unit {number}: fires for {share} of the samples</source>
        <translation>유닛 {number}: 샘플의 {share}에 발화</translation>
    </message>
</context>
<context>
    <name>UnitView</name>
    <message>
        <source>Forward</source>
        <translation>순전파</translation>
    </message>
    <message>
        <source>Terms of the sum</source>
        <translation>합의 항</translation>
    </message>
    <message>
        <source>What it looks for</source>
        <translation>찾는 모양</translation>
    </message>
    <message>
        <source>Double-click a weight to change it, another column to look at the weight.</source>
        <translation>가중치를 두 번 클릭하면 바꿀 수 있고, 다른 열을 두 번 클릭하면 그 가중치를 봅니다.</translation>
    </message>
</context>
<context>
    <name>UnitsPanel</name>
    <message>
        <source>{dead} of {total} units never fire, after {iteration} iterations</source>
        <translation>반복 {iteration}번 뒤 유닛 {total}개 중 {dead}개가 전혀 발화하지 않음</translation>
    </message>
    <message>
        <source>{dead} of {total} units never fire; the training diverged after {iteration} iterations</source>
        <translation>유닛 {total}개 중 {dead}개가 전혀 발화하지 않음. 학습이 반복 {iteration}번 뒤 발산</translation>
    </message>
    <message>
        <source>Dying ReLU: the units of a network 2-16-1 in training</source>
        <translation>죽어 가는 ReLU: 학습 중인 2-16-1 신경망의 유닛</translation>
    </message>
    <message>
        <source>Share of the samples each hidden unit fires for</source>
        <translation>은닉 유닛마다 발화하는 샘플의 비율</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>bias at the start</source>
        <translation>시작할 때의 편향</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>다시 시작</translation>
    </message>
    <message>
        <source>Train {steps}</source>
        <translation>{steps}번 학습</translation>
    </message>
    <message>
        <source>Iterations on mini-batches of 20 points of two moons</source>
        <translation>두 반달의 점 20개짜리 미니배치로 하는 반복</translation>
    </message>
</context>
<context>
    <name>Unsaved</name>
    <message>
        <source>Unsaved network</source>
        <translation>저장하지 않은 신경망</translation>
    </message>
    <message>
        <source>Save before nnviz closes?</source>
        <translation>nnviz를 닫기 전에 저장할까요?</translation>
    </message>
    <message>
        <source>Save before another network takes its place?</source>
        <translation>다른 신경망으로 바뀌기 전에 저장할까요?</translation>
    </message>
    <message>
        <source>{page}: {iterations} iterations, in no file</source>
        <translation>{page}: 반복 {iterations}회, 파일에 없음</translation>
    </message>
    <message>
        <source>{page}: changes that are in no file</source>
        <translation>{page}: 바뀐 내용이 파일에 없음</translation>
    </message>
    <message>
        <source>One after the other is saved.</source>
        <translation>하나씩 차례로 저장합니다.</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>저장…</translation>
    </message>
    <message>
        <source>Don&apos;t save</source>
        <translation>저장 안 함</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Choose a file first, then go on</source>
        <translation>먼저 파일을 고른 뒤 계속합니다</translation>
    </message>
    <message>
        <source>Give the networks above up, and go on</source>
        <translation>위의 신경망을 버리고 계속합니다</translation>
    </message>
    <message>
        <source>Change nothing</source>
        <translation>아무것도 바꾸지 않습니다</translation>
    </message>
</context>
<context>
    <name>UnsavedRecording</name>
    <message>
        <source>Unsaved recording</source>
        <translation>저장하지 않은 녹화</translation>
    </message>
    <message>
        <source>Save the recording in another place?</source>
        <translation>녹화를 다른 곳에 저장할까요?</translation>
    </message>
    <message>
        <source>{seconds} s, in no file</source>
        <translation>{seconds}초, 파일에 없음</translation>
    </message>
    <message>
        <source>Kept, it is asked about again when nnviz closes or the next recording begins.</source>
        <translation>그대로 두면 nnviz를 닫거나 다음 녹화를 시작할 때 다시 묻습니다.</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>저장…</translation>
    </message>
    <message>
        <source>Don&apos;t save</source>
        <translation>저장 안 함</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>그대로 두기</translation>
    </message>
    <message>
        <source>Choose another file</source>
        <translation>다른 파일을 고릅니다</translation>
    </message>
    <message>
        <source>Give the recording up</source>
        <translation>녹화를 버립니다</translation>
    </message>
    <message>
        <source>Change nothing</source>
        <translation>아무것도 바꾸지 않습니다</translation>
    </message>
</context>
<context>
    <name>UpdatePart</name>
    <message>
        <source>Update of b · {name}</source>
        <translation>b의 갱신 · {name}</translation>
    </message>
    <message>
        <source>Update of w · {name}</source>
        <translation>w의 갱신 · {name}</translation>
    </message>
</context>
<context>
    <name>ValueField</name>
    <message>
        <source>too large: at most {largest} in size</source>
        <translation>너무 큼: 크기는 최대 {largest}</translation>
    </message>
    <message>
        <source>not a number</source>
        <translation>수가 아님</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>not a digit</source>
        <translation>숫자 아님</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>답</translation>
    </message>
</context>
<context>
    <name>WaitBox</name>
    <message>
        <source>Skip</source>
        <translation>건너뛰기</translation>
    </message>
    <message>
        <source>Go on without waiting</source>
        <translation>기다리지 않고 계속합니다</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>진행 정도</translation>
    </message>
    <message>
        <source>Training for {amount} iterations …</source>
        <translation>반복 {amount}번 학습하는 중 …</translation>
    </message>
    <message>
        <source>Training until {amount} of the test set is right …</source>
        <translation>테스트 세트의 {amount}를 맞힐 때까지 학습하는 중 …</translation>
    </message>
    <message>
        <source>Training until the test loss is below {amount} …</source>
        <translation>테스트 손실이 {amount}보다 낮아질 때까지 학습하는 중 …</translation>
    </message>
    <message>
        <source>Draw something to go on.</source>
        <translation>무언가를 그리면 계속합니다.</translation>
    </message>
    <message>
        <source>Try it out: change something.</source>
        <translation>직접 해 보세요: 무언가를 바꿔 보세요.</translation>
    </message>
    <message>
        <source>Watch for a moment …</source>
        <translation>잠시 지켜보세요 …</translation>
    </message>
</context>
<context>
    <name>WeightPicture</name>
    <message>
        <source>row {row}, column {column}: w = {value}</source>
        <translation>{row}행 {column}열: w = {value}</translation>
    </message>
    <message>
        <source>weights {low} … {high}</source>
        <translation>가중치 {low} … {high}</translation>
    </message>
    <message>
        <source>Weights as a picture</source>
        <translation>그림으로 본 가중치</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Draw a digit</source>
        <translation>숫자 그리기</translation>
    </message>
    <message>
        <source>A trained network answers while you draw.</source>
        <translation>그리는 동안 학습된 신경망이 답합니다.</translation>
    </message>
    <message>
        <source>Watch it learn</source>
        <translation>배우는 모습 보기</translation>
    </message>
    <message>
        <source>From random weights to reading handwriting, in a minute.</source>
        <translation>무작위 가중치에서 손글씨를 읽기까지 1분.</translation>
    </message>
    <message>
        <source>Play with points</source>
        <translation>점으로 놀아 보기</translation>
    </message>
    <message>
        <source>Build a network and see its boundary bend, unit by unit.</source>
        <translation>신경망을 만들고 유닛 하나하나가 경계를 굽히는 모습을 보세요.</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>환영합니다</translation>
    </message>
    <message>
        <source>Watch a neural network think and learn</source>
        <translation>신경망이 생각하고 배우는 모습을 지켜보세요</translation>
    </message>
    <message>
        <source>Just look around</source>
        <translation>그냥 둘러보기</translation>
    </message>
    <message>
        <source>Close the welcome</source>
        <translation>환영 화면 닫기</translation>
    </message>
    <message>
        <source>Close the welcome; the menu Help brings it back</source>
        <translation>환영 화면을 닫습니다. 도움말 메뉴에서 다시 열 수 있습니다</translation>
    </message>
</context>
<context>
    <name>WorksheetDialog</name>
    <message>
        <source>Save the solution</source>
        <translation>풀이 저장</translation>
    </message>
    <message>
        <source>Save the sheet</source>
        <translation>학습지 저장</translation>
    </message>
    <message>
        <source>Document (*.pdf)</source>
        <translation>문서 (*.pdf)</translation>
    </message>
    <message>
        <source>Worksheet</source>
        <translation>학습지</translation>
    </message>
</context>
<context>
    <name>WorksheetWords</name>
    <message>
        <source>Worksheet: solution</source>
        <translation>학습지: 풀이</translation>
    </message>
    <message>
        <source>Worksheet: one training step by hand</source>
        <translation>학습지: 손으로 해 보는 학습 한 걸음</translation>
    </message>
    <message>
        <source>A {sizes} network, one sample: forward pass, loss, backward pass and update.</source>
        <translation>{sizes} 신경망, 샘플 하나: 순전파, 손실, 역전파, 갱신.</translation>
    </message>
    <message>
        <source>Write every result with {decimals} decimals, and go on calculating with what you have written: each line is computed from rounded values.</source>
        <translation>모든 결과를 소수 {decimals}자리로 쓰고, 쓴 값으로 이어서 계산하세요. 각 줄은 반올림한 값으로 계산합니다.</translation>
    </message>
    <message>
        <source>Write every result with {decimals} decimals. Each line is computed from exact values; one unit more or less in the last place is no mistake.</source>
        <translation>모든 결과를 소수 {decimals}자리로 쓰세요. 각 줄은 정확한 값으로 계산하며, 마지막 자리가 1만큼 달라도 틀린 것이 아닙니다.</translation>
    </message>
    <message>
        <source>{decimals} decimals, from rounded values</source>
        <translation>소수 {decimals}자리, 반올림한 값으로 계산</translation>
    </message>
    <message>
        <source>{decimals} decimals, from exact values</source>
        <translation>소수 {decimals}자리, 정확한 값으로 계산</translation>
    </message>
    <message>
        <source>The network itself is trained with {optimizer}; here it makes a plain step of gradient descent with its learning rate, without penalties.</source>
        <translation>신경망의 옵티마이저는 {optimizer}이지만, 여기서는 같은 학습률로 벌점 없이 기본 경사 하강법을 한 걸음 갑니다.</translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation>시드 {seed}</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>{number} / {count}쪽</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>주어진 값</translation>
    </message>
    <message>
        <source>Forward pass</source>
        <translation>순전파</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Backward pass</source>
        <translation>역전파</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>기울기</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>갱신</translation>
    </message>
    <message>
        <source>x {unit}</source>
        <translation>x {unit}</translation>
    </message>
    <message>
        <source>t {unit}, the target</source>
        <translation>t {unit}, 목푯값</translation>
    </message>
    <message>
        <source>y {unit}, the output</source>
        <translation>y {unit}, 출력</translation>
    </message>
    <message>
        <source>eta, the learning rate</source>
        <translation>에타, 학습률</translation>
    </message>
    <message>
        <source>L, the loss</source>
        <translation>L, 손실</translation>
    </message>
    <message>
        <source>weighted sum of unit {unit} in layer {layer}</source>
        <translation>층 {layer}, 유닛 {unit}의 가중합</translation>
    </message>
    <message>
        <source>activation of unit {unit} in layer {layer}</source>
        <translation>층 {layer}, 유닛 {unit}의 활성값</translation>
    </message>
    <message>
        <source>delta of unit {unit} in layer {layer}</source>
        <translation>층 {layer}, 유닛 {unit}의 델타</translation>
    </message>
    <message>
        <source>weight from unit {source} to unit {unit} of layer {layer}</source>
        <translation>유닛 {source}에서 층 {layer}의 유닛 {unit}(으)로 가는 가중치</translation>
    </message>
    <message>
        <source>bias of unit {unit} in layer {layer}</source>
        <translation>층 {layer}, 유닛 {unit}의 편향</translation>
    </message>
    <message>
        <source>gradient of the weight from unit {source} to unit {unit} of layer {layer}</source>
        <translation>유닛 {source}에서 층 {layer}의 유닛 {unit}(으)로 가는 가중치의 기울기</translation>
    </message>
    <message>
        <source>gradient of the bias of unit {unit} in layer {layer}</source>
        <translation>층 {layer}, 유닛 {unit}의 편향의 기울기</translation>
    </message>
    <message>
        <source>new weight from unit {source} to unit {unit} of layer {layer}</source>
        <translation>유닛 {source}에서 층 {layer}의 유닛 {unit}(으)로 가는 새 가중치</translation>
    </message>
    <message>
        <source>new bias of unit {unit} in layer {layer}</source>
        <translation>층 {layer}, 유닛 {unit}의 새 편향</translation>
    </message>
    <message>
        <source>not right: see below</source>
        <translation>틀림: 아래 참고</translation>
    </message>
    <message>
        <source>right</source>
        <translation>맞음</translation>
    </message>
    <message>
        <source>right, rounded differently</source>
        <translation>맞음, 반올림이 다름</translation>
    </message>
    <message>
        <source>not right</source>
        <translation>틀림</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>수가 아님</translation>
    </message>
    <message>
        <source>This is no number. Write it as 0.25, 0,25, −3/4 or 2e-3.</source>
        <translation>수가 아닙니다. 0.25, 0,25, −3/4 또는 2e-3과 같이 쓰세요.</translation>
    </message>
    <message>
        <source>No single slip explains this answer. Work the terms out one by one.</source>
        <translation>이 답은 흔한 실수 하나만으로는 설명되지 않습니다. 항을 하나씩 계산해 보세요.</translation>
    </message>
    <message>
        <source>weighted sum plus bias, then the activation function</source>
        <translation>가중합 더하기 편향, 그다음 활성화 함수</translation>
    </message>
    <message>
        <source>the loss of the outputs and their targets</source>
        <translation>출력과 목푯값의 손실</translation>
    </message>
    <message>
        <source>delta of the outputs, then of each layer before it, by weights and slopes</source>
        <translation>출력의 델타, 이어서 가중치와 미분으로 구하는 앞 층들의 델타</translation>
    </message>
    <message>
        <source>what flowed in, times delta; of a bias delta itself</source>
        <translation>들어온 값 곱하기 델타, 편향은 델타 그 자체</translation>
    </message>
    <message>
        <source>the old value minus eta times its gradient</source>
        <translation>이전 값 빼기 에타 곱하기 기울기</translation>
    </message>
    <message>
        <source>{done} of {count} lines are right</source>
        <translation>{count}줄 중 {done}줄 맞음</translation>
    </message>
    <message>
        <source>All {count} lines are right.</source>
        <translation>{count}줄을 모두 맞혔습니다.</translation>
    </message>
    <message>
        <source>It looks as if the bias was left out.</source>
        <translation>편향을 빠뜨린 듯합니다.</translation>
    </message>
    <message>
        <source>It looks as if the term {term} was left out.</source>
        <translation>항 {term}을(를) 빠뜨린 듯합니다.</translation>
    </message>
    <message>
        <source>It looks as if the sign of the term {term} was turned round.</source>
        <translation>항 {term}의 부호가 뒤집힌 듯합니다.</translation>
    </message>
    <message>
        <source>It looks as if the sign was turned round: the size is right.</source>
        <translation>부호가 뒤집힌 듯합니다. 크기는 맞습니다.</translation>
    </message>
    <message>
        <source>It looks as if a weighted sum was used where its activation is meant.</source>
        <translation>활성값을 쓸 자리에 가중합을 쓴 듯합니다.</translation>
    </message>
    <message>
        <source>It looks as if the slope was taken at the activation, not at the sum.</source>
        <translation>미분을 가중합이 아니라 활성값에서 구한 듯합니다.</translation>
    </message>
    <message>
        <source>It looks as if the slope, the derivative of the activation function, was left out.</source>
        <translation>활성화 함수의 미분을 빠뜨린 듯합니다.</translation>
    </message>
    <message>
        <source>It looks as if the factor before the sum over the outputs was left out.</source>
        <translation>출력에 대한 합 앞의 계수를 빠뜨린 듯합니다.</translation>
    </message>
    <message>
        <source>It looks as if the new weights were used; the backward pass takes the old ones.</source>
        <translation>새 가중치를 쓴 듯합니다. 역전파에는 이전 가중치를 씁니다.</translation>
    </message>
    <message>
        <source>It looks as if the two indices of the weights were swapped.</source>
        <translation>가중치의 두 첨자가 뒤바뀐 듯합니다.</translation>
    </message>
    <message>
        <source>It looks as if the step was added; it has to be subtracted.</source>
        <translation>걸음을 더한 듯합니다. 빼야 합니다.</translation>
    </message>
    <message>
        <source>It looks as if the learning rate was left out.</source>
        <translation>학습률을 빠뜨린 듯합니다.</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>&amp;File</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>편집(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Training</source>
        <translation>학습(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Labs</source>
        <translation>실험실(&amp;L)</translation>
    </message>
    <message>
        <source>Le&amp;ssons</source>
        <translation>수업(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Present</source>
        <translation>발표(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>도움말(&amp;H)</translation>
    </message>
    <message>
        <source>Open a network…</source>
        <translation>신경망 열기…</translation>
    </message>
    <message>
        <source>Open a network of nnviz or PyTorch (.safetensors), or of a course (.npz)</source>
        <translation>nnviz나 PyTorch의 신경망(.safetensors) 또는 강의용 신경망(.npz)을 엽니다</translation>
    </message>
    <message>
        <source>Save the network…</source>
        <translation>신경망 저장…</translation>
    </message>
    <message>
        <source>Save the network as it is now</source>
        <translation>지금 상태의 신경망을 저장합니다</translation>
    </message>
    <message>
        <source>Export as Python…</source>
        <translation>Python으로 내보내기…</translation>
    </message>
    <message>
        <source>Write the run as a NumPy or PyTorch script, or its weights for PyTorch</source>
        <translation>실행을 NumPy나 PyTorch 스크립트로, 또는 가중치를 PyTorch용으로 내보냅니다</translation>
    </message>
    <message>
        <source>Save figure…</source>
        <translation>그림 저장…</translation>
    </message>
    <message>
        <source>Save the pane in front as picture, drawing or document (PNG, SVG, PDF)</source>
        <translation>앞에 있는 창을 그림, 드로잉 또는 문서(PNG, SVG, PDF)로 저장합니다</translation>
    </message>
    <message>
        <source>Copy figure</source>
        <translation>그림 복사</translation>
    </message>
    <message>
        <source>Copy the pane in front to the clipboard, as picture and as drawing</source>
        <translation>앞에 있는 창을 그림과 드로잉으로 클립보드에 복사합니다</translation>
    </message>
    <message>
        <source>Worksheet…</source>
        <translation>학습지…</translation>
    </message>
    <message>
        <source>Work one training step out by hand: on screen, checked, or printed</source>
        <translation>학습 한 걸음을 손으로 계산합니다. 화면에서 채점하거나 인쇄할 수 있습니다</translation>
    </message>
    <message>
        <source>Open a table…</source>
        <translation>표 열기…</translation>
    </message>
    <message>
        <source>Train on a table of your own (CSV or TSV); dropping its file does the same</source>
        <translation>직접 만든 표(CSV 또는 TSV)로 학습합니다. 파일을 끌어다 놓아도 됩니다</translation>
    </message>
    <message>
        <source>Open a folder of images…</source>
        <translation>이미지 폴더 열기…</translation>
    </message>
    <message>
        <source>Train on images of your own: a folder with a folder of images for each class</source>
        <translation>직접 모은 이미지로 학습합니다: 클래스마다 이미지 폴더가 하나씩 든 폴더</translation>
    </message>
    <message>
        <source>Open the trained digit network</source>
        <translation>학습된 숫자 신경망 열기</translation>
    </message>
    <message>
        <source>Open the network that comes with nnviz, trained on MNIST</source>
        <translation>nnviz에 들어 있는, MNIST로 학습된 신경망을 엽니다</translation>
    </message>
    <message>
        <source>Open the 2-3-2-2 example</source>
        <translation>2-3-2-2 예제 열기</translation>
    </message>
    <message>
        <source>A network with round weights, whose passes can be followed on paper</source>
        <translation>가중치가 간단한 수라서 순전파와 역전파를 종이 위에서 따라갈 수 있는 신경망</translation>
    </message>
    <message>
        <source>Record…</source>
        <translation>녹화…</translation>
    </message>
    <message>
        <source>Record everything that is done from now on, or end the recording</source>
        <translation>지금부터 하는 일을 모두 녹화하거나, 녹화를 끝냅니다</translation>
    </message>
    <message>
        <source>Set a cue</source>
        <translation>책갈피 추가</translation>
    </message>
    <message>
        <source>Mark this place of the recording, to go to it when it is played</source>
        <translation>재생할 때 갈 수 있도록 녹화의 이 자리를 표시합니다</translation>
    </message>
    <message>
        <source>Play a recording…</source>
        <translation>녹화 재생…</translation>
    </message>
    <message>
        <source>Live through a recorded lecture once more, exactly as it was</source>
        <translation>녹화한 강의를 그때 그대로 다시 봅니다</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>끝내기</translation>
    </message>
    <message>
        <source>Close nnviz</source>
        <translation>nnviz를 닫습니다</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Take the last change of the network made by hand back</source>
        <translation>손으로 바꾼 신경망의 마지막 변경을 되돌립니다</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>Make the change again that was taken back</source>
        <translation>되돌린 변경을 다시 합니다</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>환경설정…</translation>
    </message>
    <message>
        <source>Colours, size of the writing, motion, language, notation, memory</source>
        <translation>색, 글자 크기, 움직임, 언어, 표기법, 메모리</translation>
    </message>
    <message>
        <source>Paste a table</source>
        <translation>표 붙여 넣기</translation>
    </message>
    <message>
        <source>Train on the cells that were copied in a spreadsheet</source>
        <translation>스프레드시트에서 복사한 칸으로 학습합니다</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Train until you pause, or pause</source>
        <translation>일시정지할 때까지 학습하거나, 일시정지합니다</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>한 걸음</translation>
    </message>
    <message>
        <source>One iteration: forward, backward and update on one mini-batch</source>
        <translation>반복 한 번: 미니배치 하나의 순전파, 역전파, 갱신</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>한 걸음 뒤로</translation>
    </message>
    <message>
        <source>One iteration back in time, exactly</source>
        <translation>반복 한 번만큼 정확히 과거로 돌아갑니다</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>에폭</translation>
    </message>
    <message>
        <source>Train to the end of this epoch: one pass through the training set</source>
        <translation>이번 에폭이 끝날 때까지 학습합니다: 훈련 세트를 한 번 거침</translation>
    </message>
    <message>
        <source>Show the passes</source>
        <translation>전파 과정 보기</translation>
    </message>
    <message>
        <source>Play forward pass, loss, backward pass and update of what is shown, or pause</source>
        <translation>지금 보이는 것의 순전파, 손실, 역전파, 갱신을 재생하거나 일시정지합니다</translation>
    </message>
    <message>
        <source>Show one mini-batch</source>
        <translation>미니배치 하나 보기</translation>
    </message>
    <message>
        <source>Train one iteration on the next mini-batch and play what happened in it</source>
        <translation>다음 미니배치로 반복을 한 번 학습하고 그 과정을 재생합니다</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>처음으로</translation>
    </message>
    <message>
        <source>Back to the same start: the same weights, the same order of mini-batches</source>
        <translation>같은 시작점으로: 같은 가중치, 같은 미니배치 순서</translation>
    </message>
    <message>
        <source>New start</source>
        <translation>새로 시작</translation>
    </message>
    <message>
        <source>A new start from other random weights (the next seed)</source>
        <translation>다른 무작위 가중치(다음 시드)로 새로 시작합니다</translation>
    </message>
    <message>
        <source>Sweep…</source>
        <translation>스윕…</translation>
    </message>
    <message>
        <source>Train many runs with other settings and seeds, on all cores, in a window beside</source>
        <translation>설정과 시드를 바꾼 여러 실행을 모든 코어로 학습합니다. 따로 열리는 창에서 합니다</translation>
    </message>
    <message>
        <source>Teach it your hand…</source>
        <translation>내 손글씨 가르치기…</translation>
    </message>
    <message>
        <source>Draw five to ten of your own digits; the network learns them within seconds</source>
        <translation>내 숫자를 다섯 개에서 열 개 그리면 신경망이 몇 초 만에 배웁니다</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>숫자</translation>
    </message>
    <message>
        <source>Draw a digit and see the network answer</source>
        <translation>숫자를 그리고 신경망의 답을 봅니다</translation>
    </message>
    <message>
        <source>Playground</source>
        <translation>놀이터</translation>
    </message>
    <message>
        <source>Train on points of the plane and watch the boundary</source>
        <translation>평면의 점으로 학습시키고 경계를 지켜봅니다</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>Two to four runs beside each other that differ in one setting</source>
        <translation>설정 하나만 다른 두 개에서 네 개의 실행을 나란히 봅니다</translation>
    </message>
    <message>
        <source>Labs</source>
        <translation>실험실</translation>
    </message>
    <message>
        <source>What a lecturer draws on the board: one page for each thing</source>
        <translation>강의에서 칠판에 그리는 것들: 주제마다 한 페이지</translation>
    </message>
    <message>
        <source>Functions</source>
        <translation>함수</translation>
    </message>
    <message>
        <source>Activations, softmax, losses, and gradient descent in one dimension</source>
        <translation>활성화 함수, 소프트맥스, 손실, 1차원 경사 하강법</translation>
    </message>
    <message>
        <source>Perceptron</source>
        <translation>퍼셉트론</translation>
    </message>
    <message>
        <source>One unit, its decision line, gates, and why XOR needs layers</source>
        <translation>유닛 하나와 그 결정선, 게이트, 그리고 XOR에 층이 필요한 까닭</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>그래프</translation>
    </message>
    <message>
        <source>Type an expression and watch back-propagation in its computational graph</source>
        <translation>수식을 입력하고 그 계산 그래프에서 역전파를 지켜봅니다</translation>
    </message>
    <message>
        <source>Descent</source>
        <translation>하강</translation>
    </message>
    <message>
        <source>Optimizers race down surfaces, that of your own network included</source>
        <translation>옵티마이저들이 곡면을 내려가며 경주합니다. 내 신경망의 곡면도 있습니다</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>깊이</translation>
    </message>
    <message>
        <source>What initialisation, activation and normalisation do to a deep network</source>
        <translation>초기화, 활성화 함수, 정규화가 깊은 신경망에 하는 일</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>밝게 또는 어둡게</translation>
    </message>
    <message>
        <source>Switch between the light and the dark palette</source>
        <translation>밝은 색과 어두운 색을 바꿉니다</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>글자 크게</translation>
    </message>
    <message>
        <source>Larger writing everywhere, for the back of the hall</source>
        <translation>뒷자리에서도 보이도록 모든 글자를 키웁니다</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>글자 작게</translation>
    </message>
    <message>
        <source>Smaller writing everywhere</source>
        <translation>모든 글자를 줄입니다</translation>
    </message>
    <message>
        <source>Ordinary text</source>
        <translation>보통 글자</translation>
    </message>
    <message>
        <source>Writing as large as at the first start</source>
        <translation>처음 시작할 때의 글자 크기</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>다음 단계</translation>
    </message>
    <message>
        <source>Go on with the lesson</source>
        <translation>수업 계속</translation>
    </message>
    <message>
        <source>Step before</source>
        <translation>이전 단계</translation>
    </message>
    <message>
        <source>Back in the lesson, with everything as it was then</source>
        <translation>모든 것을 그때 그대로 하고 수업에서 뒤로 갑니다</translation>
    </message>
    <message>
        <source>Replay the step</source>
        <translation>단계 다시 보기</translation>
    </message>
    <message>
        <source>This step of the lesson once more, from its beginning</source>
        <translation>수업의 이 단계를 처음부터 다시 봅니다</translation>
    </message>
    <message>
        <source>Open a lesson file…</source>
        <translation>수업 파일 열기…</translation>
    </message>
    <message>
        <source>Open a lesson of your own, a .toml file</source>
        <translation>직접 만든 수업(.toml 파일)을 엽니다</translation>
    </message>
    <message>
        <source>Close the lesson</source>
        <translation>수업 닫기</translation>
    </message>
    <message>
        <source>No lesson any more; everything else stays as it is</source>
        <translation>수업을 끝냅니다. 나머지는 그대로입니다</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>발표</translation>
    </message>
    <message>
        <source>Full screen and large, for an audience; Esc ends it</source>
        <translation>청중을 위해 전체 화면으로 크게 보여 줍니다. Esc로 끝냅니다</translation>
    </message>
    <message>
        <source>Presenter&apos;s window</source>
        <translation>발표자 창</translation>
    </message>
    <message>
        <source>Your own window: notes, what comes next, and the time</source>
        <translation>발표자만 보는 창: 메모, 다음 차례, 시간</translation>
    </message>
    <message>
        <source>Swap the screens</source>
        <translation>화면 바꾸기</translation>
    </message>
    <message>
        <source>The audience gets your screen, and you get theirs</source>
        <translation>청중의 화면과 발표자의 화면을 서로 바꿉니다</translation>
    </message>
    <message>
        <source>Spotlight</source>
        <translation>스포트라이트</translation>
    </message>
    <message>
        <source>Dim all but a circle around the mouse; Alt and the wheel change its size</source>
        <translation>마우스 둘레의 원만 남기고 어둡게 합니다. Alt와 휠로 크기를 바꿉니다</translation>
    </message>
    <message>
        <source>Laser pointer</source>
        <translation>레이저 포인터</translation>
    </message>
    <message>
        <source>A red dot at the mouse</source>
        <translation>마우스 자리에 빨간 점을 보여 줍니다</translation>
    </message>
    <message>
        <source>Freeze the picture</source>
        <translation>화면 정지</translation>
    </message>
    <message>
        <source>The audience sees the picture as it is now; Space shows what you did meanwhile</source>
        <translation>청중은 지금 이 화면을 봅니다. Space를 누르면 그사이에 한 일이 보입니다</translation>
    </message>
    <message>
        <source>Black screen (B)</source>
        <translation>검은 화면 (B)</translation>
    </message>
    <message>
        <source>Nothing but black, until any key is pressed</source>
        <translation>아무 키나 누를 때까지 검은색만 보입니다</translation>
    </message>
    <message>
        <source>White screen (W)</source>
        <translation>흰 화면 (W)</translation>
    </message>
    <message>
        <source>Nothing but white, until any key is pressed</source>
        <translation>아무 키나 누를 때까지 흰색만 보입니다</translation>
    </message>
    <message>
        <source>On (Page Down)</source>
        <translation>다음 (Page Down)</translation>
    </message>
    <message>
        <source>The next step of the lesson; without one, a beat of the passes or an iteration</source>
        <translation>수업의 다음 단계로 갑니다. 수업이 없으면 전파 한 걸음이나 반복 한 번 앞으로 갑니다</translation>
    </message>
    <message>
        <source>Back (Page Up)</source>
        <translation>이전 (Page Up)</translation>
    </message>
    <message>
        <source>The step before; without a lesson, a beat or an iteration back</source>
        <translation>이전 단계로 갑니다. 수업이 없으면 전파 한 걸음이나 반복 한 번 뒤로 갑니다</translation>
    </message>
    <message>
        <source>Once more (.)</source>
        <translation>다시 보기 (.)</translation>
    </message>
    <message>
        <source>Replay the step of the lesson; without one, play the passes or hold them</source>
        <translation>수업의 단계를 다시 봅니다. 수업이 없으면 전파를 재생하거나 일시정지합니다</translation>
    </message>
    <message>
        <source>Help on this</source>
        <translation>이것의 도움말</translation>
    </message>
    <message>
        <source>What the thing in focus shows, and what can be done there</source>
        <translation>지금 초점이 있는 곳이 무엇을 보여 주고 거기서 무엇을 할 수 있는지</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>키보드 단축키</translation>
    </message>
    <message>
        <source>All keys of the program, to be searched</source>
        <translation>검색할 수 있는, 프로그램의 모든 단축키</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>환영합니다</translation>
    </message>
    <message>
        <source>What can be done here</source>
        <translation>여기서 할 수 있는 것</translation>
    </message>
    <message>
        <source>About nnviz</source>
        <translation>nnviz 정보</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation>버전과 라이선스</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>Something unexpected went wrong ({kind}: {detail}). Your work is kept.</source>
        <translation>예상하지 못한 문제가 생겼습니다({kind}: {detail}). 작업은 보존되어 있습니다.</translation>
    </message>
    <message>
        <source>The window toolkit Qt cannot be loaded ({reason}); install the system packages that the README names, or let make run do it.</source>
        <translation>창 도구 Qt를 불러올 수 없습니다({reason}). README에 적힌 시스템 패키지를 설치하거나 make run에 맡기세요.</translation>
    </message>
    <message>
        <source>--layers {value} is no list of layer sizes; write whole numbers such as --layers 256,128, or none.</source>
        <translation>--layers {value}은(는) 층 크기의 목록이 아닙니다. --layers 256,128과 같이 정수를 쓰거나 none을 쓰세요.</translation>
    </message>
    <message>
        <source>{option} {value} does not fit {count} hidden layer(s); give one value for all of them, or one for each: numbers, names, or on and off, as nnviz train --help says.</source>
        <translation>{option} {value}은(는) 은닉층 {count}개에 맞지 않습니다. 모두에 쓸 값 하나를 주거나 층마다 하나씩 주세요. 숫자, 이름, on과 off를 쓸 수 있으며 nnviz train --help에 설명이 있습니다.</translation>
    </message>
    <message>
        <source>The training would never end; give --epochs or --patience more than 0.</source>
        <translation>학습이 끝나지 않게 됩니다. --epochs나 --patience를 0보다 크게 주세요.</translation>
    </message>
    <message>
        <source>Training diverged at iteration {iteration}: the loss is no longer a finite number, and nothing is saved; try a learning rate (--learning-rate) below {learning_rate:g}.</source>
        <translation>반복 {iteration}에서 학습이 발산했습니다. 손실이 더는 유한한 수가 아니며 아무것도 저장하지 않았습니다. 학습률(--learning-rate)을 {learning_rate:g}보다 작게 해 보세요.</translation>
    </message>
    <message>
        <source>Only images can be distorted, and {data} has none; leave --distortion out.</source>
        <translation>이미지만 변형할 수 있는데 {data}에는 이미지가 없습니다. --distortion을 빼세요.</translation>
    </message>
    <message>
        <source>{file} does not say what it was trained on; name the data with --data.</source>
        <translation>{file}에는 무엇으로 학습했는지 적혀 있지 않습니다. --data로 데이터를 지정하세요.</translation>
    </message>
    <message>
        <source>{file} was trained on data of your own; name its table or folder with --data.</source>
        <translation>{file}은(는) 직접 가져온 데이터로 학습했습니다. --data로 그 표나 폴더를 지정하세요.</translation>
    </message>
    <message>
        <source>{model} was not trained on just this {file}; name what it was trained on.</source>
        <translation>{model}은(는) 바로 이 {file}(으)로 학습한 것이 아닙니다. 학습에 쓴 것을 지정하세요.</translation>
    </message>
    <message>
        <source>The classes of {file} are {found}, and the model tells {known} apart.</source>
        <translation>{file}의 클래스는 {found}인데 모델은 {known}을(를) 구별합니다.</translation>
    </message>
    <message>
        <source>{option} is about a table or a folder of images; name one with --data.</source>
        <translation>{option}은(는) 표나 이미지 폴더에 대한 것입니다. --data로 하나를 지정하세요.</translation>
    </message>
    <message>
        <source>There is no sample {sample}; the test set has samples 0 to {last}.</source>
        <translation>샘플 {sample}이(가) 없습니다. 테스트 세트의 샘플은 0부터 {last}까지입니다.</translation>
    </message>
    <message>
        <source>The model has {inputs} inputs and {outputs} outputs; digits need 784 or 64 inputs and 10 outputs.</source>
        <translation>모델의 입력이 {inputs}개, 출력이 {outputs}개입니다. 숫자에는 입력 784개 또는 64개와 출력 10개가 필요합니다.</translation>
    </message>
    <message>
        <source>{file}: {reason}</source>
        <translation>{file}: {reason}</translation>
    </message>
    <message>
        <source>the file is larger than {most} MiB; leave out points or draw less.</source>
        <translation>파일이 {most} MiB보다 큽니다. 점을 줄이거나 적게 그리세요.</translation>
    </message>
    <message>
        <source>{value} is no size; write width and height between {low} and {high} pixels, as in 1600x1000.</source>
        <translation>{value}은(는) 크기가 아닙니다. 1600x1000과 같이 {low}에서 {high} 픽셀 사이의 너비와 높이를 쓰세요.</translation>
    </message>
    <message>
        <source>{file} cannot be written; choose a name that ends in one of {suffixes}, in a folder that exists.</source>
        <translation>{file}을(를) 쓸 수 없습니다. 있는 폴더 안에 다음 중 하나로 끝나는 이름을 고르세요: {suffixes}.</translation>
    </message>
    <message>
        <source>{value} is no size for a film; width and height must be even numbers.</source>
        <translation>{value}은(는) 영상의 크기가 될 수 없습니다. 너비와 높이는 짝수여야 합니다.</translation>
    </message>
    <message>
        <source>An MP4 needs PyAV; install it with pip install &apos;nnviz[film]&apos;, or choose a name that ends in .gif.</source>
        <translation>MP4에는 PyAV가 필요합니다. pip install &apos;nnviz[film]&apos;으로 설치하거나 .gif로 끝나는 이름을 고르세요.</translation>
    </message>
    <message>
        <source>There is nothing called {source} to be filmed; name a recording (…{suffix}), a lesson file (.toml), or one of these: {known}.</source>
        <translation>영상으로 만들 {source}이(가) 없습니다. 녹화(…{suffix}), 수업 파일(.toml) 또는 다음 중 하나를 지정하세요: {known}.</translation>
    </message>
    <message>
        <source>There is no cue “{cue}”; there are: {known}.</source>
        <translation>책갈피 “{cue}”이(가) 없습니다. 있는 것: {known}.</translation>
    </message>
    <message>
        <source>{file} cannot be written; choose a name that ends in .png, .svg or .pdf, in a folder that exists.</source>
        <translation>{file}을(를) 쓸 수 없습니다. 있는 폴더 안에 .png, .svg 또는 .pdf로 끝나는 이름을 고르세요.</translation>
    </message>
    <message>
        <source>This is not JSON; strokes are written as {{&quot;strokes&quot;: [[[x, y], …], …]}}.</source>
        <translation>JSON이 아닙니다. 획은 {{&quot;strokes&quot;: [[[x, y], …], …]}}와 같이 씁니다.</translation>
    </message>
    <message>
        <source>These are no pen strokes; write them as {{&quot;strokes&quot;: [[[x, y], …], …]}} with finite numbers.</source>
        <translation>펜 획이 아닙니다. {{&quot;strokes&quot;: [[[x, y], …], …]}}와 같이 유한한 수로 쓰세요.</translation>
    </message>
    <message>
        <source>The drawing has more than {most} points; leave out points or draw less.</source>
        <translation>그림의 점이 {most}개보다 많습니다. 점을 줄이거나 적게 그리세요.</translation>
    </message>
    <message>
        <source>There is no file {file}; check the name.</source>
        <translation>{file} 파일이 없습니다. 이름을 확인하세요.</translation>
    </message>
    <message>
        <source>{file} is not a picture that can be read; try a PNG or a JPEG.</source>
        <translation>{file}은(는) 읽을 수 있는 그림이 아닙니다. PNG나 JPEG를 써 보세요.</translation>
    </message>
    <message>
        <source>The picture {file} is too large; make it smaller and try again.</source>
        <translation>그림 {file}이(가) 너무 큽니다. 줄인 뒤 다시 해 보세요.</translation>
    </message>
    <message>
        <source>A drawing cannot be turned into {height} × {width} inputs; use a network for 28 × 28 or 8 × 8 pixels.</source>
        <translation>그림을 {height} × {width} 입력으로 바꿀 수 없습니다. 28 × 28 또는 8 × 8 픽셀의 신경망을 쓰세요.</translation>
    </message>
    <message>
        <source>MNIST could not be downloaded ({reason}): train on the built-in set “handwriting”, or put the four MNIST files into a folder and name it in the environment variable NNVIZ_DATA.</source>
        <translation>MNIST를 내려받을 수 없습니다({reason}). 내장된 “손글씨” 데이터로 학습하거나, MNIST 파일 네 개를 폴더에 넣고 환경 변수 NNVIZ_DATA로 지정하세요.</translation>
    </message>
    <message>
        <source>{file} and its labels do not belong together, or are not MNIST; replace both files.</source>
        <translation>{file}과 그 레이블이 서로 맞지 않거나 MNIST가 아닙니다. 두 파일을 모두 바꾸세요.</translation>
    </message>
    <message>
        <source>The digit score {file} is missing or damaged; install nnviz again.</source>
        <translation>숫자 점수 파일 {file}이(가) 없거나 손상되었습니다. nnviz를 다시 설치하세요.</translation>
    </message>
    <message>
        <source>{file} is damaged or cut short; delete it, so that a fresh copy can be fetched.</source>
        <translation>{file}이(가) 손상되었거나 잘렸습니다. 새로 받을 수 있도록 지우세요.</translation>
    </message>
    <message>
        <source>{file} is not an MNIST file (IDX format); replace it.</source>
        <translation>{file}은(는) MNIST 파일(IDX 형식)이 아닙니다. 바꾸세요.</translation>
    </message>
    <message>
        <source>{file} is cut short or too long: its header promises {expected} values; replace it.</source>
        <translation>{file}이(가) 잘렸거나 너무 깁니다. 헤더에 따르면 값이 {expected}개여야 합니다. 바꾸세요.</translation>
    </message>
    <message>
        <source>{file} is larger than {most} MB; take a part of it, or fewer columns.</source>
        <translation>{file}이(가) {most} MB보다 큽니다. 일부만 쓰거나 열을 줄이세요.</translation>
    </message>
    <message>
        <source>There are no rows in this table.</source>
        <translation>이 표에는 행이 없습니다.</translation>
    </message>
    <message>
        <source>This is no text; save the table as CSV or TSV in your spreadsheet program first.</source>
        <translation>텍스트가 아닙니다. 먼저 스프레드시트 프로그램에서 표를 CSV나 TSV로 저장하세요.</translation>
    </message>
    <message>
        <source>This is no table of at least two columns; cells should be parted by commas, semicolons, tabs or bars.</source>
        <translation>열이 두 개 이상인 표가 아닙니다. 칸은 쉼표, 세미콜론, 탭 또는 세로줄로 나누어야 합니다.</translation>
    </message>
    <message>
        <source>The table has {count:,} columns; at most {most:,} can be read. Take fewer of them.</source>
        <translation>표의 열이 {count:,}개입니다. 최대 {most:,}개까지 읽을 수 있습니다. 열을 줄이세요.</translation>
    </message>
    <message>
        <source>Line {line} goes on for more than {most:,} characters; end each row with its line.</source>
        <translation>{line}행이 {most:,}자를 넘습니다. 행마다 줄을 바꾸세요.</translation>
    </message>
    <message>
        <source>The table has more than {most:,} rows; take a sample of them.</source>
        <translation>표의 행이 {most:,}개를 넘습니다. 일부만 뽑아 쓰세요.</translation>
    </message>
    <message>
        <source>The table has more than {most:,} cells; use fewer columns or take a sample of the rows.</source>
        <translation>표의 칸이 {most:,}개를 넘습니다. 열을 줄이거나 행을 일부만 뽑아 쓰세요.</translation>
    </message>
    <message>
        <source>Line {line}: this is not written in the encoding {encoding}; choose another one.</source>
        <translation>{line}행: 인코딩이 {encoding}이(가) 아닙니다. 다른 인코딩을 고르세요.</translation>
    </message>
    <message>
        <source>Line {line}: quotation marks do not match here; each quoted cell must be closed.</source>
        <translation>{line}행: 따옴표의 짝이 맞지 않습니다. 따옴표로 연 칸은 닫아야 합니다.</translation>
    </message>
    <message>
        <source>Line {line}: a cell has more than {most:,} characters; shorten it, or close its quotation mark.</source>
        <translation>{line}행: 칸 하나가 {most:,}자를 넘습니다. 줄이거나, 칸을 연 따옴표를 닫으세요.</translation>
    </message>
    <message>
        <source>Line {line} has {found} cells where {expected} columns are meant; mend that line in the file.</source>
        <translation>{line}행: 열은 {expected}개인데 칸이 {found}개입니다. 파일에서 그 줄을 고치세요.</translation>
    </message>
    <message>
        <source>Line {line}, column “{column}”: “{value}” is not a number that can be used. Use the column as a category, or leave it out.</source>
        <translation>{line}행, 열 “{column}”: “{value}”은(는) 쓸 수 있는 수가 아닙니다. 이 열을 범주로 쓰거나 제외하세요.</translation>
    </message>
    <message>
        <source>Line {line}, column “{column}” has more than {most} different values, too many for categories; leave it out.</source>
        <translation>{line}행, 열 “{column}”: 서로 다른 값이 {most}개를 넘어 범주로 쓰기에는 너무 많습니다. 이 열을 제외하세요.</translation>
    </message>
    <message>
        <source>No column is left for the inputs; use at least one.</source>
        <translation>입력으로 쓸 열이 없습니다. 적어도 하나는 쓰세요.</translation>
    </message>
    <message>
        <source>The table has no column “{column}” where it is meant to be.</source>
        <translation>표의 정해진 자리에 열 “{column}”이(가) 없습니다.</translation>
    </message>
    <message>
        <source>Only {rows} rows can be used; at least {least} are needed. Fill the gaps, or leave columns with gaps out.</source>
        <translation>쓸 수 있는 행이 {rows}개뿐입니다. 적어도 {least}개가 필요합니다. 결측값을 채우거나 결측값이 있는 열을 제외하세요.</translation>
    </message>
    <message>
        <source>All rows have the same value in “{target}”; there is nothing to tell apart. Choose another target.</source>
        <translation>“{target}”의 값이 모든 행에서 같아 구별할 것이 없습니다. 다른 목푯값을 고르세요.</translation>
    </message>
    <message>
        <source>The data this was trained on was your own and is not open; open the data first.</source>
        <translation>이 신경망을 학습시킨 데이터는 직접 가져온 것인데 열려 있지 않습니다. 먼저 그 데이터를 여세요.</translation>
    </message>
    <message>
        <source>Paint at least {least} points of at least two classes first; then there is something to learn.</source>
        <translation>먼저 두 클래스 이상의 점을 {least}개 이상 찍으세요. 그래야 배울 것이 생깁니다.</translation>
    </message>
    <message>
        <source>Points can be painted where the data has two inputs and classes; choose such data first.</source>
        <translation>점은 입력이 두 개이고 클래스가 있는 데이터에만 찍을 수 있습니다. 먼저 그런 데이터를 고르세요.</translation>
    </message>
    <message>
        <source>There are {most:,} points; that is as many as can be painted.</source>
        <translation>점이 {most:,}개로, 더는 찍을 수 없습니다.</translation>
    </message>
    <message>
        <source>Points can have class 0 to {last}; {label} is none of them.</source>
        <translation>점의 클래스는 0부터 {last}까지입니다. {label}은(는) 없습니다.</translation>
    </message>
    <message>
        <source>Points are pairs of finite numbers on the plane, at most {most:,} at once.</source>
        <translation>점은 평면 위의 유한한 수의 쌍이며, 한 번에 최대 {most:,}개입니다.</translation>
    </message>
    <message>
        <source>{folder} has no folders with images: put the images of each class into a folder of their own, named like the class.</source>
        <translation>{folder}에 이미지가 든 폴더가 없습니다. 클래스마다 그 이름의 폴더를 만들어 이미지를 넣으세요.</translation>
    </message>
    <message>
        <source>{folder} has images of one class only; at least two folders with images are needed.</source>
        <translation>{folder}에는 한 클래스의 이미지만 있습니다. 이미지가 든 폴더가 두 개 이상 필요합니다.</translation>
    </message>
    <message>
        <source>{folder} has {count:,} folders with images; at most {most} classes can be told apart here.</source>
        <translation>{folder}에 이미지가 든 폴더가 {count:,}개 있습니다. 여기서는 최대 {most}개의 클래스를 구별할 수 있습니다.</translation>
    </message>
    <message>
        <source>There are more than {most:,} images; take a sample of them.</source>
        <translation>이미지가 {most:,}장을 넘습니다. 일부만 뽑아 쓰세요.</translation>
    </message>
    <message>
        <source>Only {count} images could be read; at least {least} of two classes are needed.</source>
        <translation>읽을 수 있는 이미지가 {count}장뿐입니다. 두 클래스의 이미지가 {least}장 이상 필요합니다.</translation>
    </message>
    <message>
        <source>There is no table on the clipboard; select cells in a spreadsheet and copy them first.</source>
        <translation>클립보드에 표가 없습니다. 먼저 스프레드시트에서 칸을 선택해 복사하세요.</translation>
    </message>
    <message>
        <source>The data that was saved is damaged, or no data of nnviz; bring it along anew.</source>
        <translation>저장된 데이터가 손상되었거나 nnviz의 데이터가 아닙니다. 데이터를 다시 가져오세요.</translation>
    </message>
    <message>
        <source>{field} is {value}; it must lie between {low} and {high}.</source>
        <translation>{field}의 값은 {value}입니다. {low}에서 {high} 사이여야 합니다.</translation>
    </message>
    <message>
        <source>{field} “{value}” is not known; choose one of: {choices}.</source>
        <translation>{field}의 “{value}”은(는) 알 수 없는 값입니다. 다음 중에서 고르세요: {choices}.</translation>
    </message>
    <message>
        <source>There is no setting called “{field}”.</source>
        <translation>“{field}”라는 설정은 없습니다.</translation>
    </message>
    <message>
        <source>The setting {field} cannot be {value}.</source>
        <translation>설정 {field}의 값은 {value}일 수 없습니다.</translation>
    </message>
    <message>
        <source>{count} hidden layers are too many; {most} is the most.</source>
        <translation>은닉층 {count}개는 너무 많습니다. 최대 {most}개입니다.</translation>
    </message>
    <message>
        <source>This network would have {count:,} parameters; {most:,} is the most. Take fewer or smaller layers.</source>
        <translation>이 신경망의 파라미터는 {count:,}개가 됩니다. 최대 {most:,}개입니다. 층을 줄이거나 작게 하세요.</translation>
    </message>
    <message>
        <source>The loss {loss} is not defined for a {output} output; change one of the two.</source>
        <translation>손실 {loss}은(는) {output} 출력에 정의되지 않습니다. 둘 중 하나를 바꾸세요.</translation>
    </message>
    <message>
        <source>An answer can be explained only beside another one: it takes two different outputs.</source>
        <translation>답은 다른 답과 견주어야만 설명할 수 있습니다. 서로 다른 출력 두 개가 필요합니다.</translation>
    </message>
    <message>
        <source>A softmax output needs at least two units; use sigmoid for a single one.</source>
        <translation>소프트맥스 출력에는 유닛이 두 개 이상 필요합니다. 하나이면 시그모이드를 쓰세요.</translation>
    </message>
    <message>
        <source>The residual connection of hidden layer {layer} adds what the layer before puts out: both need as many units, but this would be {before} and {units}. Switch the connection off first, or make the two equal.</source>
        <translation>은닉층 {layer}의 잔차 연결은 앞 층의 출력을 더하므로 유닛 수가 같아야 하는데, {before}개와 {units}개가 됩니다. 먼저 연결을 끄거나 둘을 같게 하세요.</translation>
    </message>
    <message>
        <source>Layer {layer} has no unit {unit} here; choose another one.</source>
        <translation>층 {layer}에는 유닛 {unit}이(가) 없습니다. 다른 것을 고르세요.</translation>
    </message>
    <message>
        <source>Unit {unit} of layer {layer} cannot be switched off; choose a unit of a hidden layer.</source>
        <translation>층 {layer}의 유닛 {unit}은(는) 끌 수 없습니다. 은닉층의 유닛을 고르세요.</translation>
    </message>
    <message>
        <source>There is no hidden layer {layer} here; choose another one.</source>
        <translation>은닉층 {layer}이(가) 없습니다. 다른 것을 고르세요.</translation>
    </message>
    <message>
        <source>A layer keeps at least one unit; remove the layer instead.</source>
        <translation>층에는 유닛이 적어도 하나 있어야 합니다. 대신 층을 제거하세요.</translation>
    </message>
    <message>
        <source>The network keeps at least one hidden layer; add another one first.</source>
        <translation>신경망에는 은닉층이 적어도 하나 있어야 합니다. 먼저 다른 층을 추가하세요.</translation>
    </message>
    <message>
        <source>The file holds {found} parameters, but this network has {expected}; it belongs to another network.</source>
        <translation>파일의 파라미터는 {found}개인데 이 신경망은 {expected}개입니다. 다른 신경망의 파일입니다.</translation>
    </message>
    <message>
        <source>The data has {found} inputs, but the network expects {expected}; choose data that fits the network.</source>
        <translation>데이터의 입력은 {found}개인데 신경망은 {expected}개를 받습니다. 신경망에 맞는 데이터를 고르세요.</translation>
    </message>
    <message>
        <source>The data has {found} outputs, but the network has {expected}; choose data that fits the network.</source>
        <translation>데이터의 출력은 {found}개인데 신경망은 {expected}개입니다. 신경망에 맞는 데이터를 고르세요.</translation>
    </message>
    <message>
        <source>Training diverged at iteration {iteration}: the loss is no longer a finite number. The learning rate {learning_rate:g} is probably too large. The last finite weights are kept: lower it and train on, or reset.</source>
        <translation>반복 {iteration}에서 학습이 발산했습니다. 손실이 더는 유한한 수가 아닙니다. 학습률 {learning_rate:g}이(가) 너무 큰 듯합니다. 마지막 유한한 가중치를 보존했으니, 학습률을 낮추어 이어서 학습하거나 처음으로 돌아가세요.</translation>
    </message>
    <message>
        <source>Line {line}, column {column}: nothing is written here; type a formula such as (x + y) * z.</source>
        <translation>{line}행 {column}열: 아무것도 쓰여 있지 않습니다. (x + y) * z와 같은 식을 입력하세요.</translation>
    </message>
    <message>
        <source>Line {line}, column {column}: the text is cut off here, at {most} characters, the most that is read; write less.</source>
        <translation>{line}행 {column}열: 읽을 수 있는 최대 {most}자에서 글이 잘렸습니다. 줄여 쓰세요.</translation>
    </message>
    <message>
        <source>Line {line}, column {column}: “{character}” cannot stand in a formula; take it out.</source>
        <translation>{line}행 {column}열: “{character}”은(는) 식에 쓸 수 없습니다. 빼세요.</translation>
    </message>
    <message>
        <source>Line {line}, column {column}: the number {number} is too large; write a smaller one.</source>
        <translation>{line}행 {column}열: 수 {number}이(가) 너무 큽니다. 더 작은 수를 쓰세요.</translation>
    </message>
    <message>
        <source>Line {line}, column {column}: this bracket is never closed; add “)” in the same line.</source>
        <translation>{line}행 {column}열: 이 괄호가 닫히지 않았습니다. 같은 줄에 “)”를 추가하세요.</translation>
    </message>
    <message>
        <source>Line {line}, column {column}: this bracket was never opened; add “(” before it.</source>
        <translation>{line}행 {column}열: 이 괄호가 열리지 않았습니다. 앞에 “(”를 추가하세요.</translation>
    </message>
    <message>
        <source>Line {line}, column {column}: a number or a name is missing here; write one.</source>
        <translation>{line}행 {column}열: 수나 이름이 빠졌습니다. 하나를 쓰세요.</translation>
    </message>
    <message>
        <source>Line {line}, column {column}: an operator is missing here; write * for a product.</source>
        <translation>{line}행 {column}열: 연산자가 빠졌습니다. 곱은 *로 쓰세요.</translation>
    </message>
    <message>
        <source>Line {line}, column {column}: “{sign}” stands only between a function’s arguments; take it out.</source>
        <translation>{line}행 {column}열: “{sign}”은(는) 함수의 인수 사이에만 올 수 있습니다. 빼세요.</translation>
    </message>
    <message>
        <source>Line {line}, column {column}: “=” stands only after a line’s first name, as in q = x + y.</source>
        <translation>{line}행 {column}열: “=”는 q = x + y처럼 줄의 첫 이름 뒤에만 올 수 있습니다.</translation>
    </message>
    <message>
        <source>Line {line}, column {column}: there is no function “{name}”; choose one of: {choices}. A product is written with *.</source>
        <translation>{line}행 {column}열: “{name}”이라는 함수는 없습니다. 다음 중에서 고르세요: {choices}. 곱은 *로 씁니다.</translation>
    </message>
    <message>
        <source>Line {line}, column {column}: “{name}” is a function; write {usage}.</source>
        <translation>{line}행 {column}열: “{name}”은(는) 함수입니다. {usage}와 같이 쓰세요.</translation>
    </message>
    <message>
        <source>Line {line}, column {column}: the arguments of {name} do not fit; write {usage}.</source>
        <translation>{line}행 {column}열: {name}의 인수가 맞지 않습니다. {usage}와 같이 쓰세요.</translation>
    </message>
    <message>
        <source>Line {line}, column {column}: choose one of the outputs, 1 to {most}, as in softmax(1; z1, z2).</source>
        <translation>{line}행 {column}열: softmax(1; z1, z2)와 같이 1부터 {most}까지의 출력 중 하나를 고르세요.</translation>
    </message>
    <message>
        <source>Line {line}, column {column}: here the graph has more than {most} nodes; write less.</source>
        <translation>{line}행 {column}열: 여기서 그래프의 노드가 {most}개를 넘습니다. 줄여 쓰세요.</translation>
    </message>
    <message>
        <source>Line {line}, column {column}: only the last line may go without a name; write q = before it.</source>
        <translation>{line}행 {column}열: 이름이 없어도 되는 것은 마지막 줄뿐입니다. 앞에 q =를 쓰세요.</translation>
    </message>
    <message>
        <source>Line {line}, column {column}: “{name}” is a function; choose another name.</source>
        <translation>{line}행 {column}열: “{name}”은(는) 함수입니다. 다른 이름을 고르세요.</translation>
    </message>
    <message>
        <source>Line {line}, column {column}: “{name}” is defined already; choose another name.</source>
        <translation>{line}행 {column}열: “{name}”은(는) 이미 정의되어 있습니다. 다른 이름을 고르세요.</translation>
    </message>
    <message>
        <source>Line {line}, column {column}: “{name}” is defined further down; move that line up.</source>
        <translation>{line}행 {column}열: “{name}”은(는) 더 아래에서 정의됩니다. 그 줄을 위로 옮기세요.</translation>
    </message>
    <message>
        <source>Line {line}, column {column}: “{name}” is never used; use it, or take it out.</source>
        <translation>{line}행 {column}열: “{name}”이(가) 쓰이지 않습니다. 쓰거나 빼세요.</translation>
    </message>
    <message>
        <source>Line {line}, column {column}: {part} divides by 0 (inputs {inputs}); change an input or the formula.</source>
        <translation>{line}행 {column}열: {part}이(가) 0으로 나눕니다(입력 {inputs}). 입력이나 식을 바꾸세요.</translation>
    </message>
    <message>
        <source>Line {line}, column {column}: {part}: only numbers above 0 have a logarithm (inputs {inputs}); change an input or the formula.</source>
        <translation>{line}행 {column}열: {part}: 0보다 큰 수에만 로그가 있습니다(입력 {inputs}). 입력이나 식을 바꾸세요.</translation>
    </message>
    <message>
        <source>Line {line}, column {column}: {part}: numbers below 0 have no square root (inputs {inputs}); change an input or the formula.</source>
        <translation>{line}행 {column}열: {part}: 0보다 작은 수에는 제곱근이 없습니다(입력 {inputs}). 입력이나 식을 바꾸세요.</translation>
    </message>
    <message>
        <source>Line {line}, column {column}: {part}: 0 has no negative powers, numbers below 0 have only whole ones (inputs {inputs}); change an input or the formula.</source>
        <translation>{line}행 {column}열: {part}: 0에는 음의 거듭제곱이 없고, 0보다 작은 수에는 정수 거듭제곱만 있습니다(입력 {inputs}). 입력이나 식을 바꾸세요.</translation>
    </message>
    <message>
        <source>Line {line}, column {column}: {part} is too large (inputs {inputs}); change an input.</source>
        <translation>{line}행 {column}열: {part}이(가) 너무 큽니다(입력 {inputs}). 입력을 바꾸세요.</translation>
    </message>
    <message>
        <source>Line {line}, column {column}: {part} has no finite derivative (inputs {inputs}); change an input.</source>
        <translation>{line}행 {column}열: {part}의 도함수가 유한하지 않습니다(입력 {inputs}). 입력을 바꾸세요.</translation>
    </message>
    <message>
        <source>Line {line}, column {column}: a derivative of {part} is too large; change an input.</source>
        <translation>{line}행 {column}열: {part}의 도함수가 너무 큽니다. 입력을 바꾸세요.</translation>
    </message>
    <message>
        <source>The ball is so far away that it takes no more steps; reset it and lower the learning rate.</source>
        <translation>공이 너무 멀리 있어 더는 걸음을 떼지 못합니다. 처음으로 돌아가 학습률을 낮추세요.</translation>
    </message>
    <message>
        <source>{file} cannot be used: {reason}</source>
        <translation>{file}을(를) 쓸 수 없습니다: {reason}</translation>
    </message>
    <message>
        <source>{file} is no kind of model file that can be opened; choose one that ends in: {suffixes}.</source>
        <translation>{file}은(는) 열 수 있는 모델 파일이 아닙니다. 다음으로 끝나는 파일을 고르세요: {suffixes}.</translation>
    </message>
    <message>
        <source>this is not a complete safetensors file; choose another file.</source>
        <translation>온전한 safetensors 파일이 아닙니다. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>it was not saved by nnviz, and its array “{name}” is none of PyTorch&apos;s nn.Sequential (0.weight, 0.bias, 2.weight and so on); choose another file.</source>
        <translation>nnviz에서 저장한 것이 아니며, 배열 “{name}”은(는) PyTorch의 nn.Sequential에 있는 것(0.weight, 0.bias, 2.weight 등)이 아닙니다. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>its arrays belong to several networks (“{found}”); save one nn.Sequential of dense layers by itself.</source>
        <translation>배열이 여러 신경망의 것입니다(“{found}”). 밀집층으로 된 nn.Sequential 하나만 따로 저장하세요.</translation>
    </message>
    <message>
        <source>it holds no arrays; choose another file.</source>
        <translation>배열이 없습니다. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>it has {count} modules, and at most {most} can be opened; choose a smaller network.</source>
        <translation>모듈이 {count}개인데 최대 {most}개까지 열 수 있습니다. 더 작은 신경망을 고르세요.</translation>
    </message>
    <message>
        <source>its array {name} is {shape} {dtype}; only vectors and matrices of real numbers can be read.</source>
        <translation>배열 {name}은(는) {shape} {dtype}입니다. 실수의 벡터와 행렬만 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>its module {module} is none that fits there; a dense layer may be followed by BatchNorm1d and PReLU of its own width, and the last one by nothing.</source>
        <translation>모듈 {module}은(는) 그 자리에 맞지 않습니다. 밀집층 뒤에는 너비가 같은 BatchNorm1d와 PReLU가 올 수 있고, 마지막 밀집층 뒤에는 아무것도 올 수 없습니다.</translation>
    </message>
    <message>
        <source>its format is version {found}, but only version {known} is known; save it again with this nnviz.</source>
        <translation>형식이 버전 {found}인데 아는 것은 버전 {known}뿐입니다. 이 nnviz로 다시 저장하세요.</translation>
    </message>
    <message>
        <source>its description is damaged; choose another file.</source>
        <translation>설명이 손상되었습니다. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>its arrays are not those of its network (missing: {missing}; unknown: {unknown}); choose another file.</source>
        <translation>배열이 신경망과 맞지 않습니다(없음: {missing}, 모름: {unknown}). 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>its array {name} is {shape} {dtype}, but the network needs {expected} {precision}; choose another file.</source>
        <translation>배열 {name}은(는) {shape} {dtype}인데 신경망에는 {expected} {precision}이(가) 필요합니다. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>the history of its training is not in the order of its iterations; choose another file.</source>
        <translation>학습 이력이 반복 순서대로 되어 있지 않습니다. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>It stopped at sample {position} of an epoch, but there are {samples} of them; choose another file.</source>
        <translation>에폭의 샘플 {position}에서 멈췄다고 되어 있지만 샘플은 {samples}개입니다. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>its parameters are {found}, but its settings say {expected}; choose the other precision.</source>
        <translation>파라미터는 {found}인데 설정에는 {expected}(으)로 되어 있습니다. 다른 정밀도를 고르세요.</translation>
    </message>
    <message>
        <source>its {what} hold infinite or undefined numbers; train it again with a smaller learning rate.</source>
        <translation>{what}에 무한하거나 정의되지 않은 수가 있습니다. 더 작은 학습률로 다시 학습하세요.</translation>
    </message>
    <message>
        <source>its input scaling does not fit “{method}” with {inputs} inputs; choose another file.</source>
        <translation>입력 스케일링이 입력 {inputs}개의 “{method}”과(와) 맞지 않습니다. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>The weights of this network are so large that its output is no finite number; choose another one.</source>
        <translation>이 신경망의 가중치가 너무 커서 출력이 유한한 수가 아닙니다. 다른 것을 고르세요.</translation>
    </message>
    <message>
        <source>This network has {inputs} inputs, and no data here has as many; open it with a command instead.</source>
        <translation>이 신경망의 입력은 {inputs}개인데 그만큼의 입력을 가진 데이터가 여기에 없습니다. 대신 명령으로 여세요.</translation>
    </message>
    <message>
        <source>it names {found} classes for {outputs} outputs; choose another file.</source>
        <translation>출력 {outputs}개에 클래스 이름이 {found}개입니다. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>its hidden layers are {known}, not {given}; leave the activation out, the file says it itself.</source>
        <translation>은닉층은 {given}이(가) 아니라 {known}입니다. 파일에 적혀 있으니 활성화 함수를 지정하지 마세요.</translation>
    </message>
    <message>
        <source>this is not a readable .npz file of plain arrays; choose another file.</source>
        <translation>읽을 수 있는 단순 배열의 .npz 파일이 아닙니다. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>it would unpack to more than {most} MiB; open a smaller network.</source>
        <translation>풀면 {most} MiB보다 커집니다. 더 작은 신경망을 여세요.</translation>
    </message>
    <message>
        <source>a course file holds the arrays W1, b1, W2, b2 and so on, but this one holds: {found}.</source>
        <translation>강의용 파일에는 배열 W1, b1, W2, b2 등이 있는데, 이 파일에는 다음이 있습니다: {found}.</translation>
    </message>
    <message>
        <source>its array {name} is {shape} {dtype}; it must have {dimensions} dimension(s) of floating-point numbers.</source>
        <translation>배열 {name}은(는) {shape} {dtype}입니다. {dimensions}차원의 부동소수점 수여야 합니다.</translation>
    </message>
    <message>
        <source>{first} {one} and {second} {two} do not fit together; the file is no chain of dense layers.</source>
        <translation>{first} {one}과(와) {second} {two}이(가) 맞지 않습니다. 밀집층이 이어진 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>it does not say which activations its {count} hidden layers have; name one for all or one for each, with commas between (--activation in a command): {choices}.</source>
        <translation>은닉층 {count}개의 활성화 함수가 적혀 있지 않습니다. 모두에 쓸 하나를 주거나 층마다 하나씩 쉼표로 나누어 주세요(명령에서는 --activation): {choices}.</translation>
    </message>
    <message>
        <source>So much was changed by hand, or set from a file, that no script can hold it; start the run anew.</source>
        <translation>손으로 바꾸거나 파일에서 가져온 것이 너무 많아 스크립트에 담을 수 없습니다. 실행을 새로 시작하세요.</translation>
    </message>
    <message>
        <source>A script cannot make this data again; it can for: {choices}. Train on one of them, then export.</source>
        <translation>스크립트로 이 데이터를 다시 만들 수 없습니다. 다시 만들 수 있는 것: {choices}. 그중 하나로 학습한 뒤 내보내세요.</translation>
    </message>
    <message>
        <source>This data takes more than {most} MiB, too much for a script; train on fewer samples, then export.</source>
        <translation>이 데이터는 {most} MiB를 넘어 스크립트에 담기에는 너무 큽니다. 샘플을 줄여 학습한 뒤 내보내세요.</translation>
    </message>
    <message>
        <source>PyTorch&apos;s nn.Sequential has nothing for “{what}” of this run; export a NumPy script instead.</source>
        <translation>PyTorch의 nn.Sequential에는 이 실행의 “{what}”에 해당하는 것이 없습니다. 대신 NumPy 스크립트로 내보내세요.</translation>
    </message>
    <message>
        <source>With {samples} training samples and mini-batches of {batch} some batch has one sample, which PyTorch&apos;s batch normalisation refuses; export a NumPy script, or train with another batch size.</source>
        <translation>훈련 샘플이 {samples}개이고 미니배치가 {batch}개씩이면 샘플이 하나뿐인 배치가 생기는데, PyTorch의 배치 정규화는 이를 받지 않습니다. NumPy 스크립트로 내보내거나 배치 크기를 바꾸어 학습하세요.</translation>
    </message>
    <message>
        <source>{file} cannot hold that; choose a name that ends in {suffix}.</source>
        <translation>{file}에는 담을 수 없습니다. {suffix}(으)로 끝나는 이름을 고르세요.</translation>
    </message>
    <message>
        <source>{file} could not be written ({reason}). What was there before is still whole; choose another place.</source>
        <translation>{file}을(를) 쓸 수 없었습니다({reason}). 전에 있던 것은 온전합니다. 다른 곳을 고르세요.</translation>
    </message>
    <message>
        <source>Copied to the clipboard: {pane}.</source>
        <translation>클립보드에 복사했습니다: {pane}.</translation>
    </message>
    <message>
        <source>{file} cannot hold a figure; choose a name that ends in one of: {suffixes}.</source>
        <translation>{file}에는 그림을 담을 수 없습니다. 다음 중 하나로 끝나는 이름을 고르세요: {suffixes}.</translation>
    </message>
    <message>
        <source>{file} cannot be written; choose a folder that exists and that you may write to.</source>
        <translation>{file}을(를) 쓸 수 없습니다. 있으면서 쓸 수 있는 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>{file} could not be written ({reason}); nothing was changed. Choose another place.</source>
        <translation>{file}을(를) 쓸 수 없었습니다({reason}). 바뀐 것은 없습니다. 다른 곳을 고르세요.</translation>
    </message>
    <message>
        <source>The figure would have {width} × {height} pixels; {most} is the most. Choose a smaller scale.</source>
        <translation>그림이 {width} × {height} 픽셀이 됩니다. 최대 {most} 픽셀입니다. 더 작은 배율을 고르세요.</translation>
    </message>
    <message>
        <source>There is no pane “{pane}” here; choose one of: {known}.</source>
        <translation>여기에 “{pane}” 창은 없습니다. 다음 중에서 고르세요: {known}.</translation>
    </message>
    <message>
        <source>No iteration is on the stage; choose “Show passes” first.</source>
        <translation>무대에 오른 반복이 없습니다. 먼저 “전파 보기”를 고르세요.</translation>
    </message>
    <message>
        <source>Nothing is shown to the network yet; draw a digit, choose a sample or click on a point first.</source>
        <translation>아직 신경망에 보여 준 것이 없습니다. 먼저 숫자를 그리거나, 샘플을 고르거나, 점을 클릭하세요.</translation>
    </message>
    <message>
        <source>Line {line}, column {column}: this is not JSON.</source>
        <translation>{line}행 {column}열: JSON이 아닙니다.</translation>
    </message>
    <message>
        <source>Each action is a table with “do”, as in {{&quot;do&quot;: &quot;OpenPage&quot;, &quot;page&quot;: &quot;graph&quot;}}; this is none: {value}</source>
        <translation>동작은 {{&quot;do&quot;: &quot;OpenPage&quot;, &quot;page&quot;: &quot;graph&quot;}}처럼 “do”가 있는 표입니다. 이것은 아닙니다: {value}</translation>
    </message>
    <message>
        <source>There is no action “{intent}”. Did you mean: {near}?</source>
        <translation>“{intent}”라는 동작은 없습니다. 혹시 다음을 뜻했나요: {near}?</translation>
    </message>
    <message>
        <source>The action {intent} has no field “{field}”; it has: {known}.</source>
        <translation>동작 {intent}에는 필드 “{field}”이(가) 없습니다. 있는 필드: {known}.</translation>
    </message>
    <message>
        <source>The action {intent} does not fit: {reason}</source>
        <translation>동작 {intent}이(가) 맞지 않습니다: {reason}</translation>
    </message>
    <message>
        <source>There is no plane to take weights from yet; train this network for a while first.</source>
        <translation>아직 가중치를 가져올 평면이 없습니다. 먼저 이 신경망을 얼마간 학습시키세요.</translation>
    </message>
    <message>
        <source>What was taken out belongs to an earlier run; it stays out.</source>
        <translation>꺼낸 것은 이전 실행의 것이므로 되돌릴 수 없습니다.</translation>
    </message>
    <message>
        <source>Compare {fewest} to {most} values that differ from each other.</source>
        <translation>서로 다른 값 {fewest}개에서 {most}개를 비교하세요.</translation>
    </message>
    <message>
        <source>Runs are compared on the page Compare; open it first.</source>
        <translation>실행은 비교 페이지에서 비교합니다. 먼저 그 페이지를 여세요.</translation>
    </message>
    <message>
        <source>Compared runs must differ in one setting only; do this on another page.</source>
        <translation>비교하는 실행은 설정 하나만 달라야 합니다. 다른 페이지에서 하세요.</translation>
    </message>
    <message>
        <source>At least one of them stays in the picture; show another one first.</source>
        <translation>적어도 하나는 그림에 남아야 합니다. 먼저 다른 것을 표시하세요.</translation>
    </message>
    <message>
        <source>MNIST is not on this machine yet, and cannot be downloaded while a lecture is recorded or played.</source>
        <translation>MNIST가 아직 이 컴퓨터에 없으며, 강의를 녹화하거나 재생하는 동안에는 내려받을 수 없습니다.</translation>
    </message>
    <message>
        <source>The recording is saved as {file}.</source>
        <translation>녹화를 {file}에 저장했습니다.</translation>
    </message>
    <message>
        <source>{file} cannot be read as a recording: {reason}</source>
        <translation>{file}을(를) 녹화로 읽을 수 없습니다: {reason}</translation>
    </message>
    <message>
        <source>it was made by nnviz {version}, which writes recordings in another way; play it with that version.</source>
        <translation>녹화 형식이 다른 nnviz {version}에서 만들었습니다. 그 버전으로 재생하세요.</translation>
    </message>
    <message>
        <source>{place} does not fit: {reason}</source>
        <translation>{place}이(가) 맞지 않습니다: {reason}</translation>
    </message>
    <message>
        <source>what happens must stand in the order in which it happened.</source>
        <translation>일어난 일은 일어난 순서대로 적혀 있어야 합니다.</translation>
    </message>
    <message>
        <source>{file} has more than {most} MB, too much for a recording.</source>
        <translation>{file}이(가) {most} MB를 넘습니다. 녹화로는 너무 큽니다.</translation>
    </message>
    <message>
        <source>With {file} the recording would hold files of more than {most} MB; stop it and begin another one.</source>
        <translation>{file}까지 담으면 녹화의 파일이 {most} MB를 넘습니다. 녹화를 끝내고 새로 시작하세요.</translation>
    </message>
    <message>
        <source>At {time} of the recording something failed: {reason}</source>
        <translation>녹화의 {time}에서 문제가 생겼습니다: {reason}</translation>
    </message>
    <message>
        <source>Nothing is being recorded.</source>
        <translation>녹화하고 있지 않습니다.</translation>
    </message>
    <message>
        <source>The data is not loaded yet; press Train to load it.</source>
        <translation>데이터를 아직 불러오지 않았습니다. 학습을 누르면 불러옵니다.</translation>
    </message>
    <message>
        <source>Opened after {iteration} iterations; training goes on exactly from there.</source>
        <translation>반복 {iteration}회를 마친 상태를 열었습니다. 바로 그 자리에서 학습이 이어집니다.</translation>
    </message>
    <message>
        <source>Written to {file}.</source>
        <translation>{file}(으)로 내보냈습니다.</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>{file}에 저장했습니다.</translation>
    </message>
    <message>
        <source>Finished: all epochs are done. Raise “epochs” to go on.</source>
        <translation>완료: 모든 에폭이 끝났습니다. 계속하려면 에폭 수를 늘리세요.</translation>
    </message>
    <message>
        <source>Stopped early at epoch {epoch:.0f}: the test loss fell no more for as long as your patience.</source>
        <translation>에폭 {epoch:.0f}에서 조기 종료: 인내 기간 동안 테스트 손실이 더 낮아지지 않았습니다.</translation>
    </message>
    <message>
        <source>The built-in 8×8 digits are loaded instead; press Train.</source>
        <translation>대신 내장된 8×8 숫자를 불러왔습니다. 학습을 누르세요.</translation>
    </message>
    <message>
        <source>Training starts from random weights; File → Open the trained digit network brings the old one back.</source>
        <translation>무작위 가중치에서 학습을 시작합니다. 파일 → 학습된 숫자 신경망 열기로 이전 신경망을 되찾을 수 있습니다.</translation>
    </message>
    <message>
        <source>The settings could not be read; nnviz starts with its defaults.</source>
        <translation>설정을 읽을 수 없어 기본값으로 시작합니다.</translation>
    </message>
    <message>
        <source>What you do cannot be kept against a crash ({reason}); what was kept before is whole. nnviz goes on trying.</source>
        <translation>비정상 종료에 대비해 작업을 보존할 수 없습니다({reason}). 전에 보존한 것은 온전합니다. nnviz가 계속 시도합니다.</translation>
    </message>
    <message>
        <source>Everything is as it was last kept; training goes on from there.</source>
        <translation>모든 것이 마지막으로 보존된 그대로입니다. 거기서부터 학습이 이어집니다.</translation>
    </message>
    <message>
        <source>The last state was damaged; this is the one before it, a few seconds older.</source>
        <translation>마지막 상태가 손상되어 몇 초 앞의 상태를 열었습니다.</translation>
    </message>
    <message>
        <source>What was kept when nnviz ended unexpectedly is damaged and cannot be opened; it was put aside.</source>
        <translation>nnviz가 예기치 않게 끝날 때 보존된 것이 손상되어 열 수 없습니다. 따로 치워 두었습니다.</translation>
    </message>
    <message>
        <source>{file} is not there any more; it was taken off the list.</source>
        <translation>{file}이(가) 더는 없어 목록에서 뺐습니다.</translation>
    </message>
    <message>
        <source>Loading was broken off.</source>
        <translation>불러오기를 중단했습니다.</translation>
    </message>
    <message>
        <source>Qt has no platform called “{platform}”; unset QT_QPA_PLATFORM, or set it to xcb or wayland.</source>
        <translation>Qt에 “{platform}”이라는 플랫폼이 없습니다. QT_QPA_PLATFORM을 지우거나 xcb 또는 wayland로 설정하세요.</translation>
    </message>
    <message>
        <source>There is no screen to open a window on; start nnviz on a desktop, or use a command (nnviz --help) such as nnviz render.</source>
        <translation>창을 열 화면이 없습니다. 데스크톱에서 nnviz를 시작하거나 nnviz render와 같은 명령(nnviz --help)을 쓰세요.</translation>
    </message>
    <message>
        <source>The window needs system packages that are missing: {packages}. Install them and start again.</source>
        <translation>창에 필요한 시스템 패키지가 없습니다: {packages}. 설치하고 다시 시작하세요.</translation>
    </message>
    <message>
        <source>The lesson {file} cannot be read: {reason}</source>
        <translation>수업 {file}을(를) 읽을 수 없습니다: {reason}</translation>
    </message>
    <message>
        <source>it is larger than {most} MiB; choose another file.</source>
        <translation>{most} MiB보다 큽니다. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>{file}, line {line}: this is no UTF-8 text; save the lesson as UTF-8.</source>
        <translation>{file} {line}행: UTF-8 글이 아닙니다. 수업을 UTF-8로 저장하세요.</translation>
    </message>
    <message>
        <source>{file}, line {line}, column {column}: this is not TOML; look for a missing quote or bracket.</source>
        <translation>{file} {line}행 {column}열: TOML이 아닙니다. 빠진 따옴표나 괄호를 찾아보세요.</translation>
    </message>
    <message>
        <source>{file}, line {line}, key “{name}”: {reason}</source>
        <translation>{file} {line}행, 키 “{name}”: {reason}</translation>
    </message>
    <message>
        <source>A lesson needs at least one [[step]].</source>
        <translation>수업에는 [[step]]이 적어도 하나 있어야 합니다.</translation>
    </message>
    <message>
        <source>There is no such key; here there may be: {known}.</source>
        <translation>그런 키는 없습니다. 여기에 올 수 있는 것: {known}.</translation>
    </message>
    <message>
        <source>This key is missing.</source>
        <translation>이 키가 빠졌습니다.</translation>
    </message>
    <message>
        <source>This must be a text in quotes.</source>
        <translation>따옴표로 묶은 글이어야 합니다.</translation>
    </message>
    <message>
        <source>This must be a whole number.</source>
        <translation>정수여야 합니다.</translation>
    </message>
    <message>
        <source>This must be a number.</source>
        <translation>수여야 합니다.</translation>
    </message>
    <message>
        <source>This must be true.</source>
        <translation>true여야 합니다.</translation>
    </message>
    <message>
        <source>This must be a list in square brackets.</source>
        <translation>대괄호로 묶은 목록이어야 합니다.</translation>
    </message>
    <message>
        <source>This must be a table with keys and values.</source>
        <translation>키와 값이 있는 표여야 합니다.</translation>
    </message>
    <message>
        <source>A step waits for exactly one thing: {known}.</source>
        <translation>한 단계는 정확히 한 가지만 기다립니다: {known}.</translation>
    </message>
    <message>
        <source>This must be more than 0.</source>
        <translation>0보다 커야 합니다.</translation>
    </message>
    <message>
        <source>A question needs at least two answers.</source>
        <translation>질문에는 답이 적어도 두 개 있어야 합니다.</translation>
    </message>
    <message>
        <source>The formula {formula} cannot be typeset; look for a missing bracket or index.</source>
        <translation>수식 {formula}을(를) 조판할 수 없습니다. 빠진 괄호나 첨자가 있는지 살펴보세요.</translation>
    </message>
    <message>
        <source>There is no figure {figure} beside the lesson.</source>
        <translation>수업 파일 옆에 그림 {figure}이(가) 없습니다.</translation>
    </message>
    <message>
        <source>No part of the window is called {focus}.</source>
        <translation>창에 {focus}라는 이름의 부분이 없습니다.</translation>
    </message>
    <message>
        <source>A lesson cannot turn its own pages; leave the action {intent} out.</source>
        <translation>수업이 스스로 쪽을 넘길 수는 없습니다. 동작 {intent}을(를) 빼세요.</translation>
    </message>
    <message>
        <source>A lesson writes no files; leave the action {intent} out.</source>
        <translation>수업은 파일을 쓰지 않습니다. 동작 {intent}을(를) 빼세요.</translation>
    </message>
    <message>
        <source>Step {step} of the lesson could not do everything (action {number}): {reason}</source>
        <translation>수업의 {step}단계를 모두 할 수는 없었습니다(동작 {number}): {reason}</translation>
    </message>
    <message>
        <source>There is no lesson “{lesson}”; there are: {known}.</source>
        <translation>“{lesson}”이라는 수업은 없습니다. 있는 수업: {known}.</translation>
    </message>
    <message>
        <source>No lesson is open; choose one in the menu Lessons.</source>
        <translation>열린 수업이 없습니다. 수업 메뉴에서 고르세요.</translation>
    </message>
    <message>
        <source>Nothing is asked at the moment.</source>
        <translation>지금은 묻는 것이 없습니다.</translation>
    </message>
    <message>
        <source>A worksheet of a {sizes} network would have {found} blanks, and {most} is the most that anybody fills in. Take fewer or smaller layers, or the 2-3-2-2 example.</source>
        <translation>{sizes} 신경망의 학습지에는 빈칸이 {found}개 생깁니다. 채울 만한 빈칸은 최대 {most}개입니다. 층을 줄이거나 작게 하고, 아니면 2-3-2-2 예제를 쓰세요.</translation>
    </message>
    <message>
        <source>A worksheet has lines for plain layers only: activations {activations}, no batch normalisation, no residual connections, nothing frozen or switched off. Change the layers, or take the 2-3-2-2 example.</source>
        <translation>학습지에는 기본 층만 넣을 수 있습니다. 쓸 수 있는 활성화 함수는 {activations}이며, 배치 정규화, 잔차 연결, 고정되거나 꺼진 유닛은 없어야 합니다. 층을 바꾸거나 2-3-2-2 예제를 쓰세요.</translation>
    </message>
    <message>
        <source>A worksheet has no lines for a softmax output with mean squared error; take cross-entropy.</source>
        <translation>학습지는 평균 제곱 오차를 쓰는 소프트맥스 출력을 다루지 않습니다. 교차 엔트로피를 쓰세요.</translation>
    </message>
    <message>
        <source>A worksheet cannot have {decimals} decimals; take {low} to {high}.</source>
        <translation>학습지의 소수 자릿수는 {decimals}일 수 없습니다. {low}에서 {high} 사이로 하세요.</translation>
    </message>
    <message>
        <source>With these numbers a line of the worksheet would be infinite; take more decimals, another sample or smaller weights.</source>
        <translation>이 수들로는 학습지의 한 줄이 무한대가 됩니다. 소수 자릿수를 늘리거나, 다른 샘플이나 더 작은 가중치를 쓰세요.</translation>
    </message>
    <message>
        <source>Nothing goes through the network now, so there is nothing to work out; click a point of the plane, draw a digit or choose a sample, or take the 2-3-2-2 example.</source>
        <translation>지금 신경망을 지나는 것이 없어 계산할 것이 없습니다. 평면의 점을 클릭하거나, 숫자를 그리거나, 샘플을 고르거나, 2-3-2-2 예제를 쓰세요.</translation>
    </message>
    <message>
        <source>{file} cannot hold a worksheet; choose a name that ends in .pdf, in a folder that exists.</source>
        <translation>{file}에는 학습지를 담을 수 없습니다. 있는 폴더 안에 .pdf로 끝나는 이름을 고르세요.</translation>
    </message>
    <message>
        <source>{option} {value} does not fit; the network needs {count} number(s), with commas between.</source>
        <translation>{option} {value}은(는) 맞지 않습니다. 신경망에는 쉼표로 나눈 수 {count}개가 필요합니다.</translation>
    </message>
    <message>
        <source>A sample that is given as numbers needs a target; give {count} number(s) with --target.</source>
        <translation>수로 준 샘플에는 목푯값이 필요합니다. --target으로 수 {count}개를 주세요.</translation>
    </message>
    <message>
        <source>The target {target} is none for this loss: its numbers must lie between 0 and 1, and those of a softmax output add up to 1.</source>
        <translation>{target}은(는) 이 손실의 목푯값이 될 수 없습니다. 수는 0에서 1 사이여야 하고, 소프트맥스 출력에서는 합이 1이어야 합니다.</translation>
    </message>
    <message>
        <source>Draw at least {fewest} digits first.</source>
        <translation>먼저 숫자를 {fewest}개 이상 그리세요.</translation>
    </message>
    <message>
        <source>Only a network trained on MNIST or on the 8×8 digits can learn your hand; open one on Digits.</source>
        <translation>MNIST나 8×8 숫자로 학습한 신경망만 손글씨를 배울 수 있습니다. 숫자 페이지에서 여세요.</translation>
    </message>
    <message>
        <source>The network has changed while it learnt your hand, so nothing was put in its place; teach it again.</source>
        <translation>손글씨를 배우는 동안 신경망이 바뀌어 새 가중치를 넣지 않았습니다. 다시 가르치세요.</translation>
    </message>
    <message>
        <source>“{text}” names no setting with values; write it as in learning_rate=0.001,0.01,0.1.</source>
        <translation>“{text}”은(는) 설정과 값이 아닙니다. learning_rate=0.001,0.01,0.1과 같이 쓰세요.</translation>
    </message>
    <message>
        <source>{field} needs one value or several that differ from each other.</source>
        <translation>{field}에는 값 하나 또는 서로 다른 여러 값이 필요합니다.</translation>
    </message>
    <message>
        <source>{field} names a hidden layer that is not there; the network has {count}, counted from 0.</source>
        <translation>{field}의 은닉층이 없습니다. 신경망의 은닉층은 {count}개이며 0부터 셉니다.</translation>
    </message>
    <message>
        <source>A setting can vary once only; write all its values together.</source>
        <translation>같은 설정을 두 번 바꿀 수 없습니다. 값을 모두 한데 쓰세요.</translation>
    </message>
    <message>
        <source>A sweep needs at least one seed, and only one where the seed itself is what varies.</source>
        <translation>스윕에는 시드가 하나 이상 필요하며, 시드 자체를 바꿀 때는 하나여야 합니다.</translation>
    </message>
    <message>
        <source>Two of the runs would be the same; take one of the settings or values out.</source>
        <translation>실행 두 개가 같아집니다. 설정이나 값 하나를 빼세요.</translation>
    </message>
    <message>
        <source>That makes {count} runs; {most} is the most.</source>
        <translation>실행이 {count}개가 됩니다. 최대 {most}개입니다.</translation>
    </message>
    <message>
        <source>The runs would never end; give them a number of epochs or iterations (--epochs, --iterations).</source>
        <translation>실행이 끝나지 않게 됩니다. 에폭 수나 반복 수를 주세요(--epochs, --iterations).</translation>
    </message>
    <message>
        <source>Give either --epochs or --iterations, not both.</source>
        <translation>--epochs와 --iterations 중 하나만 주세요.</translation>
    </message>
    <message>
        <source>--jobs {value} is no number of processes; write all, or 1 or more.</source>
        <translation>--jobs {value}은(는) 프로세스 수가 아닙니다. all이나 1 이상의 수를 쓰세요.</translation>
    </message>
    <message>
        <source>{file} already says data and layers; leave {option} out, or vary it with --vary.</source>
        <translation>{file}에 데이터와 층이 이미 적혀 있습니다. {option}을(를) 빼거나 --vary로 바꾸세요.</translation>
    </message>
    <message>
        <source>--resume goes on with the plan in its folder; leave the experiment and its settings out.</source>
        <translation>--resume은 그 폴더의 계획을 이어서 합니다. 실험과 그 설정을 빼세요.</translation>
    </message>
    <message>
        <source>{folder} holds a sweep already; go on with it by --resume {folder}, or give another --out.</source>
        <translation>{folder}에 이미 스윕이 있습니다. --resume {folder}(으)로 이어서 하거나 --out을 다르게 주세요.</translation>
    </message>
    <message>
        <source>{folder} holds no sweep that can be read: {reason}</source>
        <translation>{folder}에 읽을 수 있는 스윕이 없습니다: {reason}</translation>
    </message>
    <message>
        <source>its plan.json is damaged; begin the sweep anew in another folder.</source>
        <translation>plan.json이 손상되었습니다. 다른 폴더에서 스윕을 새로 시작하세요.</translation>
    </message>
    <message>
        <source>{file} is no experiment: write JSON with its settings, as nnviz train --json prints it.</source>
        <translation>{file}은(는) 실험이 아닙니다. nnviz train --json이 출력하는 것처럼 설정을 JSON으로 쓰세요.</translation>
    </message>
    <message>
        <source>The processes that train have died again and again, and {count} run(s) are missing; what is done is kept. Perhaps there is too little memory: try fewer processes.</source>
        <translation>학습하는 프로세스가 거듭 죽어 실행 {count}개가 빠졌습니다. 끝난 것은 보존됩니다. 메모리가 부족할 수 있으니 프로세스 수를 줄여 보세요.</translation>
    </message>
    <message>
        <source>The cluster at {address} cannot be reached: {reason}</source>
        <translation>{address}의 클러스터에 연결할 수 없습니다: {reason}</translation>
    </message>
    <message>
        <source>The cluster has no workers; start some and try again.</source>
        <translation>클러스터에 워커가 없습니다. 워커를 시작한 뒤 다시 해 보세요.</translation>
    </message>
    <message>
        <source>Sweeps on a cluster need the package distributed; install it with pip install nnviz[cluster].</source>
        <translation>클러스터에서 스윕하려면 distributed 패키지가 필요합니다. pip install nnviz[cluster]로 설치하세요.</translation>
    </message>
    <message>
        <source>Results cannot be written to {folder} ({reason}); what was kept before is still there.</source>
        <translation>결과를 {folder}에 쓸 수 없습니다({reason}). 전에 보존한 것은 그대로 있습니다.</translation>
    </message>
    <message>
        <source>{count} run(s) could not be trained; the first: {reason}</source>
        <translation>실행 {count}개를 학습할 수 없었습니다. 첫째: {reason}</translation>
    </message>
</context>
<context>
    <name>theme</name>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Projector</source>
        <translation>프로젝터</translation>
    </message>
    <message>
        <source>Colour-blind safe, light</source>
        <translation>색각 이상 배려, 밝게</translation>
    </message>
    <message>
        <source>Colour-blind safe, dark</source>
        <translation>색각 이상 배려, 어둡게</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>데스크톱 설정대로</translation>
    </message>
    <message>
        <source>Hall size</source>
        <translation>강당 크기</translation>
    </message>
    <message>
        <source>Full motion</source>
        <translation>움직임 모두</translation>
    </message>
    <message>
        <source>Reduced motion</source>
        <translation>움직임 줄이기</translation>
    </message>
    <message>
        <source>Weighted sum and activation</source>
        <translation>가중합과 활성값</translation>
    </message>
    <message>
        <source>Weight from unit i to unit j</source>
        <translation>유닛 i에서 유닛 j로 가는 가중치</translation>
    </message>
    <message>
        <source>Layer number</source>
        <translation>층 번호</translation>
    </message>
    <message>
        <source>Dark writing on a light ground</source>
        <translation>밝은 바탕에 어두운 글자</translation>
    </message>
    <message>
        <source>Light writing on a dark ground</source>
        <translation>어두운 바탕에 밝은 글자</translation>
    </message>
    <message>
        <source>Dark, strong colours on white, for a projector that washes them out</source>
        <translation>색이 바래 보이는 프로젝터를 위해 흰 바탕에 어둡고 진한 색을 씁니다</translation>
    </message>
    <message>
        <source>Colours that every kind of colour vision tells apart, on light</source>
        <translation>어떤 색각으로도 구별되는 색, 밝은 바탕</translation>
    </message>
    <message>
        <source>Colours that every kind of colour vision tells apart, on dark</source>
        <translation>어떤 색각으로도 구별되는 색, 어두운 바탕</translation>
    </message>
    <message>
        <source>Light or dark as your desktop is</source>
        <translation>데스크톱을 따라 밝게 또는 어둡게</translation>
    </message>
    <message>
        <source>Larger writing and wider lines, for the back of the hall</source>
        <translation>뒷자리에서도 보이도록 글자를 키우고 선을 굵게 합니다</translation>
    </message>
    <message>
        <source>What moves for its own sake stands still; the passes go from picture to picture</source>
        <translation>꾸밈으로 움직이는 것은 멈추고, 전파는 장면에서 장면으로 넘어갑니다</translation>
    </message>
</context>
<context>
    <name>tips</name>
    <message>
        <source>Go on by itself, step after step, or hold</source>
        <translation>한 걸음씩 저절로 나아가거나 멈춥니다</translation>
    </message>
    <message>
        <source>One step, and its numbers</source>
        <translation>한 걸음 가고 그 수를 보여 줍니다</translation>
    </message>
    <message>
        <source>Back to the start, with the same start values</source>
        <translation>같은 시작값으로 처음으로 돌아갑니다</translation>
    </message>
    <message>
        <source>How many steps a second are made while it plays</source>
        <translation>재생할 때 1초에 가는 걸음 수</translation>
    </message>
    <message>
        <source>Add the input of a layer to its output: a way past it for the gradient</source>
        <translation>층의 입력을 출력에 더합니다. 기울기가 층을 건너뛰는 길이 됩니다</translation>
    </message>
    <message>
        <source>How many hidden layers are stacked</source>
        <translation>쌓은 은닉층의 수</translation>
    </message>
    <message>
        <source>How many units every hidden layer has</source>
        <translation>은닉층마다 있는 유닛의 수</translation>
    </message>
    <message>
        <source>The function that every hidden unit applies to its weighted sum</source>
        <translation>은닉 유닛이 가중합에 적용하는 함수</translation>
    </message>
    <message>
        <source>From which distribution the start weights are drawn</source>
        <translation>시작 가중치를 뽑는 분포</translation>
    </message>
    <message>
        <source>How far one update goes, as a multiple of the gradient</source>
        <translation>갱신 한 번의 크기: 기울기의 몇 배인지</translation>
    </message>
    <message>
        <source>The rule that turns gradients into updates</source>
        <translation>기울기를 갱신으로 바꾸는 규칙</translation>
    </message>
    <message>
        <source>Train, and watch the layers meanwhile; once more: pause</source>
        <translation>학습하며 층들을 지켜봅니다. 다시 누르면 일시정지합니다</translation>
    </message>
    <message>
        <source>Go to any step of the forward and backward pass</source>
        <translation>순전파와 역전파의 원하는 걸음으로 갑니다</translation>
    </message>
    <message>
        <source>Draw this path, or leave it out; it goes on either way</source>
        <translation>이 경로를 그리거나 뺍니다. 그리지 않아도 계속 나아갑니다</translation>
    </message>
    <message>
        <source>Show the terms of this one below: gradient, velocity, step</source>
        <translation>이것의 항을 아래에 보여 줍니다: 기울기, 속도, 걸음</translation>
    </message>
    <message>
        <source>Give this picture all the room, or share it again</source>
        <translation>이 그림에 자리를 모두 주거나 다시 나눕니다</translation>
    </message>
    <message>
        <source>Every activation with its derivative, and where its slope dies</source>
        <translation>모든 활성화 함수와 그 도함수, 기울기가 사라지는 곳</translation>
    </message>
    <message>
        <source>How far one step goes, as a multiple of gradient or error</source>
        <translation>한 걸음의 크기: 기울기나 오차의 몇 배인지</translation>
    </message>
    <message>
        <source>Bring every weighted sum to mean 0 and deviation 1 over the mini-batch, before the activation</source>
        <translation>활성화 함수에 넣기 전에 가중합을 미니배치에서 평균 0, 표준편차 1로 맞춥니다</translation>
    </message>
    <message>
        <source>From logits to probabilities: temperature, bounds</source>
        <translation>로짓에서 확률로: 온도, 한계</translation>
    </message>
    <message>
        <source>Why softmax and LogSumExp subtract the largest number first</source>
        <translation>소프트맥스와 LogSumExp가 가장 큰 수를 먼저 빼는 까닭</translation>
    </message>
    <message>
        <source>Squared error and cross-entropy over the prediction, with slopes</source>
        <translation>예측에 대한 제곱 오차와 교차 엔트로피, 그 기울기</translation>
    </message>
    <message>
        <source>Which loss still teaches when the answer is confidently wrong</source>
        <translation>답이 확신에 차서 틀릴 때도 가르치는 손실</translation>
    </message>
    <message>
        <source>Gradient descent in one dimension, step by step</source>
        <translation>1차원 경사 하강법을 한 걸음씩</translation>
    </message>
    <message>
        <source>f(x) = x: layers without a bend are one layer</source>
        <translation>f(x) = x: 굽지 않은 층들은 한 층과 같습니다</translation>
    </message>
    <message>
        <source>0 or 1: slope 0 almost everywhere, no gradient gets through</source>
        <translation>0 또는 1: 거의 모든 곳에서 미분이 0이라 기울기가 지나가지 못합니다</translation>
    </message>
    <message>
        <source>−1 or 1: slope 0 almost everywhere, no gradient gets through</source>
        <translation>−1 또는 1: 거의 모든 곳에서 미분이 0이라 기울기가 지나가지 못합니다</translation>
    </message>
    <message>
        <source>Between 0 and 1; its slope is at most ¼</source>
        <translation>0과 1 사이. 기울기는 최대 ¼입니다</translation>
    </message>
    <message>
        <source>Between −1 and 1, with mean 0; its slope is at most 1</source>
        <translation>−1과 1 사이, 평균 0. 기울기는 최대 1입니다</translation>
    </message>
    <message>
        <source>0 for negative sums, else the sum itself; a unit can die</source>
        <translation>음수인 합에는 0, 아니면 합 그대로. 유닛이 죽을 수 있습니다</translation>
    </message>
    <message>
        <source>As ReLU, with a small slope for negative sums</source>
        <translation>ReLU와 같지만 음수인 합에서 작은 기울기를 둡니다</translation>
    </message>
    <message>
        <source>As leaky ReLU; the slope for negative sums is learnt</source>
        <translation>leaky ReLU와 같지만 음수인 합의 기울기를 학습합니다</translation>
    </message>
    <message>
        <source>Negative sums approach −α smoothly, so that the mean is nearer to 0</source>
        <translation>음수인 합은 매끄럽게 −α에 다가가 평균이 0에 가까워집니다</translation>
    </message>
    <message>
        <source>0 up to a threshold θ, then the sum itself</source>
        <translation>임계값 θ까지는 0, 그 위로는 합 그대로</translation>
    </message>
    <message>
        <source>A smooth ReLU, ln(1 + eˣ); its slope is the sigmoid</source>
        <translation>매끄러운 ReLU, ln(1 + eˣ). 도함수가 시그모이드입니다</translation>
    </message>
    <message>
        <source>x times its sigmoid: smooth, with a dip below 0</source>
        <translation>x에 그 시그모이드를 곱한 것: 매끄럽고 0 아래로 살짝 꺼집니다</translation>
    </message>
    <message>
        <source>The largest of several linear functions, which are learnt</source>
        <translation>학습되는 여러 선형 함수 중 가장 큰 것</translation>
    </message>
    <message>
        <source>Where value and slope of the function are read</source>
        <translation>함수의 값과 기울기를 읽는 자리</translation>
    </message>
    <message>
        <source>Draw LogSumExp between its bounds over this logit</source>
        <translation>이 로짓에 대해 LogSumExp를 한계 사이에 그립니다</translation>
    </message>
    <message>
        <source>One logit, an input of softmax</source>
        <translation>소프트맥스의 입력인 로짓 하나</translation>
    </message>
    <message>
        <source>How many logits, and so how many classes there are</source>
        <translation>로짓의 수, 곧 클래스의 수</translation>
    </message>
    <message>
        <source>Logits are divided by it: small sharpens the answer, large levels it</source>
        <translation>로짓을 나누는 수: 작으면 답이 뚜렷해지고 크면 고르게 됩니다</translation>
    </message>
    <message>
        <source>Added to every logit: the probabilities stay the same</source>
        <translation>모든 로짓에 더하는 수: 확률은 그대로입니다</translation>
    </message>
    <message>
        <source>One number of the vector x</source>
        <translation>벡터 x의 수 하나</translation>
    </message>
    <message>
        <source>One more number in the vector</source>
        <translation>벡터에 수를 하나 더합니다</translation>
    </message>
    <message>
        <source>One number less in the vector</source>
        <translation>벡터에서 수를 하나 뺍니다</translation>
    </message>
    <message>
        <source>Take these numbers</source>
        <translation>이 수들을 씁니다</translation>
    </message>
    <message>
        <source>One output between 0 and 1, or one probability for each class</source>
        <translation>0과 1 사이의 출력 하나, 또는 클래스마다 확률 하나</translation>
    </message>
    <message>
        <source>What is drawn over the prediction, and followed by gradient descent</source>
        <translation>예측에 대해 그리고 경사 하강법이 따라갈 것</translation>
    </message>
    <message>
        <source>What is right for this sample</source>
        <translation>이 샘플의 정답</translation>
    </message>
    <message>
        <source>What the network answers: its probability of class 1</source>
        <translation>신경망의 답: 클래스 1의 확률</translation>
    </message>
    <message>
        <source>Compute the loss of this sample term by term</source>
        <translation>이 샘플의 손실을 항별로 계산합니다</translation>
    </message>
    <message>
        <source>Three questions that a choice of loss answers</source>
        <translation>손실을 고르며 답하게 되는 세 가지 질문</translation>
    </message>
    <message>
        <source>An answer that is sure and wrong: compare the two gradients</source>
        <translation>확신에 찬 틀린 답: 두 기울기를 비교하세요</translation>
    </message>
    <message>
        <source>The weighted sum of the output unit, before the sigmoid</source>
        <translation>시그모이드에 넣기 전 출력 유닛의 가중합</translation>
    </message>
    <message>
        <source>What the sigmoid makes of the logit</source>
        <translation>시그모이드가 로짓으로 만드는 값</translation>
    </message>
    <message>
        <source>The function whose lowest point is looked for</source>
        <translation>가장 낮은 점을 찾을 함수</translation>
    </message>
    <message>
        <source>f″: steps longer than 2/f″ go apart instead of together</source>
        <translation>f″: 학습률이 2/f″보다 크면 모이지 않고 멀어집니다</translation>
    </message>
    <message>
        <source>Where the descent begins</source>
        <translation>하강을 시작하는 자리</translation>
    </message>
    <message>
        <source>Weights, bias and threshold, and the line they draw in the plane</source>
        <translation>가중치, 편향, 임계값과 이들이 평면에 긋는 직선</translation>
    </message>
    <message>
        <source>Rosenblatt&apos;s rule, sample by sample: only mistakes change weights</source>
        <translation>로젠블랫의 규칙을 샘플마다: 틀릴 때만 가중치가 바뀝니다</translation>
    </message>
    <message>
        <source>Widrow and Hoff&apos;s rule: the error itself is made smaller</source>
        <translation>위드로와 호프의 규칙: 오차 자체를 줄입니다</translation>
    </message>
    <message>
        <source>Three units in two layers compute what no single one can</source>
        <translation>두 층의 유닛 셋이 하나로는 못 하는 계산을 합니다</translation>
    </message>
    <message>
        <source>A 2-2-1 network finds weights for XOR by back-propagation</source>
        <translation>2-2-1 신경망이 역전파로 XOR의 가중치를 찾습니다</translation>
    </message>
    <message>
        <source>From McCulloch and Pitts to back-propagation, with what to try</source>
        <translation>매컬러와 피츠에서 역전파까지, 해 볼 것과 함께</translation>
    </message>
    <message>
        <source>A bias and a sum above 0, or a threshold θ that the sum must reach</source>
        <translation>편향을 두고 합이 0보다 큰지 보거나, 합이 임계값 θ에 이르는지 봅니다</translation>
    </message>
    <message>
        <source>How much the first input counts; it turns the line</source>
        <translation>첫째 입력의 비중. 직선을 돌립니다</translation>
    </message>
    <message>
        <source>How much the second input counts; it turns the line</source>
        <translation>둘째 입력의 비중. 직선을 돌립니다</translation>
    </message>
    <message>
        <source>Moves the line along its normal, without turning it</source>
        <translation>직선을 돌리지 않고 법선 방향으로 옮깁니다</translation>
    </message>
    <message>
        <source>Weights w₁, w₂ and bias or threshold with which the unit is this gate</source>
        <translation>유닛이 이 게이트가 되는 가중치 w₁, w₂와 편향 또는 임계값</translation>
    </message>
    <message>
        <source>The truth table that the unit is compared with</source>
        <translation>유닛과 비교할 진리표</translation>
    </message>
    <message>
        <source>What the unit is to learn</source>
        <translation>유닛이 배울 것</translation>
    </message>
    <message>
        <source>The samples that the unit is to fit</source>
        <translation>유닛이 맞출 샘플</translation>
    </message>
    <message>
        <source>Open the perceptron rule with XOR: it never ends</source>
        <translation>XOR로 퍼셉트론 규칙을 엽니다: 끝나지 않습니다</translation>
    </message>
    <message>
        <source>Start weights that lead to a solution, or into a plateau</source>
        <translation>해로 이어지거나 고원에 빠지는 시작 가중치</translation>
    </message>
    <message>
        <source>Number of the random start weights</source>
        <translation>무작위 시작 가중치의 번호</translation>
    </message>
    <message>
        <source>Open the section that shows it</source>
        <translation>그것을 보여 주는 부분을 엽니다</translation>
    </message>
    <message>
        <source>An expression as a graph: values forward, gradients backward</source>
        <translation>수식의 그래프: 값은 앞으로, 기울기는 뒤로</translation>
    </message>
    <message>
        <source>One pass for each input, or one pass for all of them</source>
        <translation>입력마다 한 번씩, 또는 모두를 한 번에</translation>
    </message>
    <message>
        <source>Expressions of lectures, from a product to a whole unit</source>
        <translation>곱에서 유닛 전체까지, 강의에 나오는 수식</translation>
    </message>
    <message>
        <source>Optimizers race from one start down the same surface</source>
        <translation>옵티마이저들이 한 시작점에서 같은 곡면을 내려가며 경주합니다</translation>
    </message>
    <message>
        <source>Paths of batch, mini-batch and stochastic gradient descent</source>
        <translation>배치, 미니배치, 확률적 경사 하강법의 경로</translation>
    </message>
    <message>
        <source>The loss around the path that your own network took</source>
        <translation>내 신경망이 지나온 경로 둘레의 손실</translation>
    </message>
    <message>
        <source>The function of two parameters that is descended</source>
        <translation>내려갈, 두 파라미터의 함수</translation>
    </message>
    <message>
        <source>A learning rate for this optimizer alone</source>
        <translation>이 옵티마이저만의 학습률</translation>
    </message>
    <message>
        <source>Share of the last velocity that is kept in every step</source>
        <translation>걸음마다 앞 속도를 남기는 비율</translation>
    </message>
    <message>
        <source>Activations and gradients of every layer of a deep network</source>
        <translation>깊은 신경망의 층마다의 활성값과 기울기</translation>
    </message>
    <message>
        <source>Every initialiser with every activation, beside each other</source>
        <translation>모든 초기화 방법과 모든 활성화 함수를 나란히</translation>
    </message>
    <message>
        <source>How gradients vanish or explode on their way back</source>
        <translation>기울기가 되돌아오며 소실되거나 폭주하는 모습</translation>
    </message>
    <message>
        <source>Why linear layers, however many, are one layer</source>
        <translation>선형층이 아무리 많아도 한 층인 까닭</translation>
    </message>
    <message>
        <source>Open the layers of the chosen start</source>
        <translation>고른 시작의 층들을 엽니다</translation>
    </message>
    <message>
        <source>A second network that differs in this one setting</source>
        <translation>이 설정 하나만 다른 둘째 신경망</translation>
    </message>
    <message>
        <source>Size of the first matrix: units before and behind its layer</source>
        <translation>첫째 행렬의 크기: 그 층 앞뒤의 유닛 수</translation>
    </message>
    <message>
        <source>Size of the second matrix: units before and behind its layer</source>
        <translation>둘째 행렬의 크기: 그 층 앞뒤의 유닛 수</translation>
    </message>
    <message>
        <source>The slope of h(x) = c·x, which is applied three times</source>
        <translation>세 번 적용하는 h(x) = c·x의 기울기</translation>
    </message>
    <message>
        <source>Draw other matrices of the same sizes</source>
        <translation>같은 크기의 다른 행렬을 뽑습니다</translation>
    </message>
    <message>
        <source>How many hidden layers the network of the plane has</source>
        <translation>평면 신경망의 은닉층 수</translation>
    </message>
    <message>
        <source>Begin again from other random weights</source>
        <translation>다른 무작위 가중치에서 다시 시작합니다</translation>
    </message>
</context>
<context>
    <name>undo</name>
    <message>
        <source>edit</source>
        <translation>편집</translation>
    </message>
    <message>
        <source>set a weight</source>
        <translation>가중치 설정</translation>
    </message>
    <message>
        <source>set a bias</source>
        <translation>편향 설정</translation>
    </message>
    <message>
        <source>freeze or thaw</source>
        <translation>고정 또는 해제</translation>
    </message>
    <message>
        <source>switch a unit off or on</source>
        <translation>유닛 끄기 또는 켜기</translation>
    </message>
    <message>
        <source>add a unit</source>
        <translation>유닛 추가</translation>
    </message>
    <message>
        <source>remove a unit</source>
        <translation>유닛 제거</translation>
    </message>
    <message>
        <source>add a layer</source>
        <translation>층 추가</translation>
    </message>
    <message>
        <source>load weights from the plane</source>
        <translation>평면에서 가중치 불러오기</translation>
    </message>
    <message>
        <source>load other weights</source>
        <translation>다른 가중치 불러오기</translation>
    </message>
    <message>
        <source>remove a layer</source>
        <translation>층 제거</translation>
    </message>
    <message>
        <source>paint points</source>
        <translation>점 찍기</translation>
    </message>
    <message>
        <source>erase points</source>
        <translation>점 지우기</translation>
    </message>
    <message>
        <source>open a table</source>
        <translation>표 열기</translation>
    </message>
    <message>
        <source>paste a table</source>
        <translation>표 붙여 넣기</translation>
    </message>
    <message>
        <source>open images</source>
        <translation>이미지 열기</translation>
    </message>
    <message>
        <source>clear the plane</source>
        <translation>평면 비우기</translation>
    </message>
</context>
</TS>
